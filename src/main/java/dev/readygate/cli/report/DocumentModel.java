package dev.readygate.cli.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.Scoring;
import dev.readygate.api.v1alpha1.StandardDocument;
import dev.readygate.cli.report.DocumentSources.Standard;
import dev.readygate.cli.report.DocumentSources.StatedEvidence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The content of a document, before its sections are chosen. */
record DocumentModel(DocumentSources sources, List<CategoryRow> rows, DocumentWords words) {
    private static final StandardDocument NO_WISHES = new StandardDocument(null, null, null, null, null, List.of());

    static DocumentModel of(DocumentSources sources) {
        var document =
                sources.standard().map(Standard::spec).map(it -> it.document()).orElse(NO_WISHES);
        return new DocumentModel(
                sources,
                new Rows(sources, new Lines(sources).all()).all(),
                new DocumentWords(document, scoring(sources)));
    }

    /** The strictest thresholds of all policies. */
    private static Scoring scoring(DocumentSources sources) {
        var all = sources.product()
                .reports()
                .map(ReadinessReportStatus::scoring)
                .filter(Objects::nonNull)
                .toList();
        return new Scoring(
                highest(all, Scoring::green),
                highest(all, Scoring::amber),
                highest(all, Scoring::pass),
                highest(all, Scoring::conditional),
                highest(all, Scoring::minCoverage));
    }

    private static Integer highest(List<Scoring> all, Function<Scoring, Integer> threshold) {
        return all.stream().map(threshold).max(naturalOrder()).orElse(null);
    }

    Overall overall() {
        return new Overall(rows, words.scoring());
    }

    Stream<QuestionLine> lines() {
        return rows.stream().flatMap(it -> it.lines().stream());
    }

    List<CategoryRow> rows(DocumentSection section) {
        return section.categories().isEmpty()
                ? rows
                : section.categories().stream()
                        .flatMap(key ->
                                rows.stream().filter(it -> it.name().key().equals(Optional.of(key))))
                        .toList();
    }

    /** The checks that a section names, in its order; all of them if it names none. */
    List<QuestionLine> lines(DocumentSection section) {
        var named = section.checks().stream()
                .flatMap(name ->
                        lines().filter(it -> sources.nameInStandard(it.name()).equals(name)));
        boolean byCategory = section.checks().isEmpty() || !section.categories().isEmpty();
        var members =
                byCategory ? rows(section).stream().flatMap(it -> it.lines().stream()) : Stream.<QuestionLine>empty();
        return Stream.concat(named, members).distinct().toList();
    }

    /** Required checks come first, then urgent ones, then those that raise the score most. */
    List<QuestionLine> gaps(DocumentSection section) {
        var overall = overall();
        return lines(section).stream()
                .filter(QuestionLine::isGap)
                .sorted(comparing(QuestionLine::required, reverseOrder())
                        .thenComparing(it -> it.priority().orElse(null), nullsLast(naturalOrder()))
                        .thenComparing(it -> overall.gain(it).orElse(BigDecimal.ZERO), reverseOrder())
                        .thenComparing(QuestionLine::name))
                .toList();
    }

    List<StatedEvidence> evidence(QuestionLine line) {
        return line.evidence().stream()
                .flatMap(it -> sources.statement(it).stream())
                .toList();
    }
}
