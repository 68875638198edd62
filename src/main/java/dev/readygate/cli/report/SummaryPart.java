package dev.readygate.cli.report;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Cell;
import dev.readygate.cli.report.Sources.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The overall number, the word for it, and how both came about. */
record SummaryPart(Matter matter) {

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(Block.table("At a glance", List.of("Fact", "Value"), facts()));
        blocks.add(Block.says(new Formula(matter).text()));
        Verdicts.because(matter).map(Block::says).ifPresent(blocks::add);
        notes().map(Block::says).forEach(blocks::add);
        blocks.add(deployments());
        return blocks;
    }

    private List<List<Cell>> facts() {
        var overall = matter.overall();
        var words = matter.words();
        var score = overall.score();
        var rows = new ArrayList<List<Cell>>();
        rows.add(fact("Overall", score.map(words::score).orElse("no data")));
        rows.add(Block.row(Cell.of("Grade"), words.grade(score.map(words::grade))));
        rows.add(Block.row(Cell.of("Verdict"), words.verdict(overall.verdict())));
        rows.add(fact("Coverage", "%d %% of the weight is answered: %s".formatted(overall.coverage(), counts())));
        rows.add(fact("Rows", grades()));
        rows.add(fact("Target", words.targetBand() + distance(score)));
        rows.add(fact("As of", Dates.minute(matter.sources().now())));
        matter.sources()
                .standard()
                .ifPresent(it -> rows.add(fact("Standard", it.spec().title() + " (" + it.name() + ")")));
        return rows;
    }

    private static List<Cell> fact(String name, String value) {
        return Block.row(Cell.of(name), Cell.of(value));
    }

    private String counts() {
        var asked = matter.rows().stream()
                .filter(Row::counts)
                .flatMap(it -> it.lines().stream())
                .filter(Line::applies)
                .toList();
        return "%d of %d checks"
                .formatted(asked.stream().filter(Row::isAnswered).count(), asked.size());
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
        long notAsked =
                matter.lines().filter(it -> it.state() == State.NotAsked).count();
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

    private List<Cell> deployment(Subject subject) {
        var report = subject.report();
        var revision = Optional.ofNullable(report.revision());
        return Block.row(
                Cell.of(subject.deployment()),
                Cell.of(revision.map(it -> it.hash()).orElse("")),
                Cell.of(revision.map(it -> it.commit()).orElse("")),
                Cell.of(report.phase()),
                Cell.of(score(report)),
                Optional.ofNullable(report.verdict())
                        .map(matter.words()::verdict)
                        .orElse(Cell.EMPTY),
                Cell.of(report.coverage() == null ? "" : report.coverage() + " %"));
    }

    private String score(ReadinessReportStatus report) {
        return report.score() == null ? "no data" : matter.words().score(report.score());
    }
}
