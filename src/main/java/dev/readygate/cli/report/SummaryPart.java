package dev.readygate.cli.report;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.report.DocumentSources.SubjectReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The overall score and verdict, and how they are calculated. */
record SummaryPart(DocumentModel matter) {

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        matter.sources()
                .standard()
                .flatMap(it -> Optional.ofNullable(it.spec().description()))
                .map(Block::says)
                .ifPresent(blocks::add);
        blocks.add(new ScoreBars(matter).block());
        blocks.add(Block.table("At a glance", List.of("Fact", "Value"), facts()));
        blocks.add(Block.says(new Formula(matter).text()));
        VerdictReasons.because(matter).map(Block::says).ifPresent(blocks::add);
        new Extremes(matter).text().map(Block::says).ifPresent(blocks::add);
        notes().map(Block::says).forEach(blocks::add);
        blocks.add(deployments());
        return blocks;
    }

    private List<List<DocumentText>> facts() {
        var overall = matter.overall();
        var words = matter.words();
        var score = overall.score();
        var rows = new ArrayList<List<DocumentText>>();
        rows.add(Block.fact("Overall", score.map(words::score).orElse("no data")));
        rows.add(Block.row(DocumentText.of("Grade"), words.grade(score.map(words::grade))));
        rows.add(Block.row(DocumentText.of("Verdict"), words.verdict(overall.verdict())));
        rows.add(Block.fact("Coverage", "%d %% of the weight is answered: %s".formatted(overall.coverage(), counts())));
        rows.add(Block.fact("Rows", grades()));
        rows.add(Block.fact("Target", words.targetBand() + distance(score)));
        rows.add(Block.fact("As of", Dates.minute(matter.sources().now())));
        matter.sources()
                .standard()
                .ifPresent(it -> rows.add(Block.fact("Standard", it.spec().title() + " (" + it.name() + ")")));
        return rows;
    }

    private String counts() {
        var asked = matter.rows().stream()
                .filter(CategoryRow::counts)
                .flatMap(it -> it.lines().stream())
                .filter(QuestionLine::applies)
                .toList();
        return "%d of %d checks"
                .formatted(asked.stream().filter(CategoryRow::isAnswered).count(), asked.size());
    }

    private String grades() {
        return Stream.of(
                        Optional.of(Grade.Green),
                        Optional.of(Grade.Amber),
                        Optional.of(Grade.Red),
                        Optional.<Grade>empty())
                .map(grade -> matter.rows().stream()
                                .filter(row -> row.value()
                                        .map(BigDecimal::valueOf)
                                        .map(matter.words()::grade)
                                        .equals(grade))
                                .count()
                        + " " + matter.words().grade(grade).text())
                .filter(it -> !it.startsWith("0 "))
                .collect(joining(", "));
    }

    private String distance(Optional<BigDecimal> score) {
        var missing =
                score.map(it -> BigDecimal.valueOf(matter.words().target()).subtract(it));
        return missing.map(it ->
                        it.signum() > 0 ? ": %s to go".formatted(matter.words().points(it)) : ": reached")
                .orElse("");
    }

    private Stream<String> notes() {
        var several = matter.sources().product().isSeveral()
                ? Optional.of(
                        "%d Deployments are one product here: a check stands as it stands where it is worst (failed before "
                                        .formatted(matter.sources()
                                                .product()
                                                .subjects()
                                                .size())
                                + "unknown before waived before passed), so no row is better than the weakest Deployment.")
                : Optional.<String>empty();
        long notAsked = matter.lines()
                .filter(it -> it.state() == QuestionState.NotAsked)
                .count();
        var missing = notAsked > 0
                ? Optional.of(
                        "%s no policy asks; that counts neither for nor against it, but a required one keeps it from passing."
                                .formatted(
                                        notAsked == 1
                                                ? "One check of the standard"
                                                : notAsked + " checks of the standard"))
                : Optional.<String>empty();
        return Stream.of(several, missing).flatMap(Optional::stream);
    }

    private Block deployments() {
        return Block.table(
                "Deployments in namespace %s, with all their checks, as the operator scores them"
                        .formatted(matter.sources().product().namespace()),
                List.of("Deployment", "Revision", "Commit", "Phase", "#Score", "Verdict", "#Coverage"),
                matter.sources().product().subjects().stream()
                        .map(this::deployment)
                        .toList());
    }

    private List<DocumentText> deployment(SubjectReport subject) {
        var report = subject.report();
        var revision = Optional.ofNullable(report.revision());
        return Block.row(
                DocumentText.of(subject.deployment()),
                DocumentText.of(revision.map(it -> it.hash()).orElse("")),
                DocumentText.of(revision.map(it -> it.commit()).orElse("")),
                DocumentText.of(report.phase()),
                DocumentText.of(score(report)),
                Optional.ofNullable(report.verdict())
                        .map(matter.words()::verdict)
                        .orElse(DocumentText.EMPTY),
                DocumentText.of(report.coverage() == null ? "" : report.coverage() + " %"));
    }

    private String score(ReadinessReportStatus report) {
        return report.score() == null ? "no data" : matter.words().score(report.score());
    }
}
