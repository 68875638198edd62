package dev.readygate.cli.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.Scoring;
import dev.readygate.api.v1alpha1.StandardDocument;
import dev.readygate.cli.report.Sources.Standard;
import dev.readygate.cli.report.Sources.Statement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What there is to say, before anybody decides in which order. */
record Matter(Sources sources, List<Row> rows, Words words) {
    private static final StandardDocument NO_WISHES = new StandardDocument(null, null, null, null, null, List.of());

    static Matter of(Sources sources) {
        var document =
                sources.standard().map(Standard::spec).map(it -> it.document()).orElse(NO_WISHES);
        return new Matter(
                sources, new Rows(sources, new Lines(sources).all()).all(), new Words(document, scoring(sources)));
    }

    /** The strictest, where policies differ. */
    private static Scoring scoring(Sources sources) {
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

    Stream<Line> lines() {
        return rows.stream().flatMap(it -> it.lines().stream());
    }

    List<Row> rows(DocumentSection section) {
        return section.categories().isEmpty()
                ? rows
                : section.categories().stream()
                        .flatMap(key ->
                                rows.stream().filter(it -> it.name().key().equals(Optional.of(key))))
                        .toList();
    }

    /** Those a section names, in its order; all of them if it names none. */
    List<Line> lines(DocumentSection section) {
        var named = section.checks().stream()
                .flatMap(name -> lines().filter(it -> it.name().equals(name)));
        boolean byCategory = section.checks().isEmpty() || !section.categories().isEmpty();
        var members = byCategory ? rows(section).stream().flatMap(it -> it.lines().stream()) : Stream.<Line>empty();
        return Stream.concat(named, members).distinct().toList();
    }

    /** What keeps it from passing comes first, then what is urgent, then what brings most. */
    List<Line> gaps(DocumentSection section) {
        var overall = overall();
        return lines(section).stream()
                .filter(Line::isGap)
                .sorted(comparing(Line::required, reverseOrder())
                        .thenComparing(it -> it.priority().orElse(null), nullsLast(naturalOrder()))
                        .thenComparing(it -> overall.gain(it).orElse(BigDecimal.ZERO), reverseOrder())
                        .thenComparing(Line::name))
                .toList();
    }

    List<Statement> evidence(Line line) {
        return line.evidence().stream()
                .flatMap(it -> sources.statement(it).stream())
                .toList();
    }
}
