package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.api.v1alpha1.KnownIssue;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Cell;
import dev.readygate.cli.report.Sources.Statement;
import dev.readygate.cli.report.Sources.Subject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks as they stand, what they rest on, and what fails and is excused. */
record ChecksPart(Matter matter, DocumentSection section) {

    List<Block> table() {
        return List.of(Block.table(
                Composer.title(section),
                List.of("Check", "Outcome", "Seen", "Limit", "Since", "Rests on", "Because"),
                matter.lines(section).stream().map(this::line).toList()));
    }

    private List<Cell> line(Line line) {
        var source = matter.evidence(line).stream().findFirst();
        return Block.row(
                Cell.of(line.title()),
                line.state().cell(),
                Cell.of(line.worst().value()),
                Cell.of(line.worst().limit()),
                Cell.of(Dates.day(line.worst().since())),
                source.map(ChecksPart::source).orElse(Cell.EMPTY),
                Cell.of(line.state() == State.Pass ? "" : line.why()));
    }

    private static Cell source(Statement statement) {
        return Cell.of(Texts.source(statement)).to(statement.spec().link());
    }

    List<Block> evidence() {
        var rows = matter.lines(section).stream()
                .flatMap(line -> matter.evidence(line).stream().map(it -> evidence(line, it)))
                .toList();
        return rows.isEmpty()
                ? List.of(Block.says("No check rests on evidence yet."))
                : List.of(Block.table(
                        "Evidence", List.of("Check", "Outcome", "Type", "Stated by", "On", "Expires", "Note"), rows));
    }

    private static List<Cell> evidence(Line line, Statement statement) {
        var spec = statement.spec();
        return Block.row(
                Cell.of(line.title()),
                line.state().cell(),
                Cell.of(spec.type()).to(spec.link()),
                Cell.of(Texts.author(statement)),
                Cell.of(Dates.day(statement.made())),
                Cell.of(Dates.day(spec.expires())),
                Cell.of(spec.note()));
    }

    List<Block> validation() {
        var rows = matter.lines(section).stream()
                .flatMap(line -> matter.evidence(line).stream()
                        .flatMap(it -> Counts.of(it.spec().data()).map(counts -> suite(line, it, counts)).stream()))
                .toList();
        return rows.isEmpty()
                ? List.of(Block.says("No evidence with counts of tests is there yet."))
                : List.of(Block.table(
                        "Test counts",
                        List.of("Suite", "Outcome", "#Total", "#Passed", "#Failed", "#Skipped", "By", "On"),
                        rows));
    }

    private static List<Cell> suite(Line line, Statement statement, Counts counts) {
        return Block.row(
                Cell.of(line.title()).to(statement.spec().link()),
                line.state().cell(),
                Cell.of(Counts.number(counts.total())),
                Cell.of(counts.passedOfTotal()),
                Cell.of(counts.failedOfTotal()),
                Cell.of(counts.skippedOfTotal()),
                Cell.of(Texts.author(statement)),
                Cell.of(Dates.day(statement.made())));
    }

    List<Block> knownIssues() {
        var names = matter.lines(section).stream().map(Line::name).toList();
        var rows = matter.sources().product().subjects().stream()
                .flatMap(subject -> subject.report().knownIssues().stream()
                        .filter(it -> names.contains(it.check()))
                        .map(it -> issue(subject, it)))
                .toList();
        return rows.isEmpty()
                ? List.of(Block.says(waived().orElse("Nothing is waived.")))
                : List.of(Block.table(
                        "Known issues: what fails and is excused until it expires",
                        List.of("Check", "Deployment", "Reason", "Expires", "Owner", "Excused by", "Waiver"),
                        rows));
    }

    private List<Cell> issue(Subject subject, KnownIssue issue) {
        boolean over = issue.expires() != null
                && !issue.expires().isAfter(matter.sources().now());
        return Block.row(
                Cell.of(title(issue.check())),
                Cell.of(subject.deployment()),
                Cell.of(issue.reason()),
                Cell.of(Dates.day(issue.expires()) + (over ? " (over)" : "")),
                Cell.of(Objects.requireNonNullElse(issue.owner(), "nobody named")),
                Cell.of(issue.by()),
                Cell.of(issue.waiver()).to(issue.link()));
    }

    private String title(String check) {
        return matter.lines()
                .filter(it -> it.name().equals(check))
                .map(Line::title)
                .findFirst()
                .orElse(check);
    }

    /** The report says that there is an excuse, and not yet which. */
    private Optional<String> waived() {
        return Optional.of(String.join(
                        "; ",
                        matter.lines(section).stream()
                                .filter(it -> it.state() == State.Waived)
                                .flatMap(it ->
                                        Stream.of(it.title() + " is waived by " + String.join(", ", it.waivers())))
                                .toList()))
                .filter(it -> !it.isEmpty())
                .map(it -> it + ".");
    }
}
