package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.api.v1alpha1.KnownIssue;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.report.DocumentSources.StatedEvidence;
import dev.readygate.cli.report.DocumentSources.SubjectReport;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The checks, their evidence, and the known issues and waivers. */
record ChecksPart(DocumentModel matter, DocumentSection section) {

    List<Block> table() {
        return List.of(Block.table(
                Composer.title(section),
                List.of("Check", "Outcome", "Seen", "Limit", "Since", "Rests on", "Because"),
                matter.lines(section).stream().map(this::line).toList()));
    }

    private List<DocumentText> line(QuestionLine line) {
        var source = matter.evidence(line).stream().findFirst();
        return Block.row(
                DocumentText.of(line.title()),
                line.state().cell(),
                DocumentText.of(line.worst().value()),
                DocumentText.of(LimitWords.of(line.worst()).orElse("")),
                DocumentText.of(Dates.day(line.worst().since())),
                source.map(ChecksPart::source).orElse(DocumentText.EMPTY),
                DocumentText.of(line.state() == QuestionState.Pass ? "" : line.why()));
    }

    private static DocumentText source(StatedEvidence statement) {
        return DocumentText.of(LineSentences.source(statement))
                .to(statement.spec().link());
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

    private static List<DocumentText> evidence(QuestionLine line, StatedEvidence statement) {
        var spec = statement.spec();
        return Block.row(
                DocumentText.of(line.title()),
                line.state().cell(),
                DocumentText.of(spec.type()).to(spec.link()),
                DocumentText.of(LineSentences.author(statement)),
                DocumentText.of(Dates.day(statement.made())),
                DocumentText.of(Dates.day(spec.expires())),
                DocumentText.of(spec.note()));
    }

    List<Block> validation() {
        var rows = matter.lines(section).stream()
                .flatMap(line -> matter.evidence(line).stream()
                        .flatMap(it -> TestCounts.of(it.spec().data()).map(counts -> suite(line, it, counts)).stream()))
                .toList();
        return rows.isEmpty()
                ? List.of(Block.says("No evidence with counts of tests is there yet."))
                : List.of(Block.table(
                        "Test counts",
                        List.of("Suite", "Outcome", "#Total", "#Passed", "#Failed", "#Skipped", "By", "On"),
                        rows));
    }

    private static List<DocumentText> suite(QuestionLine line, StatedEvidence statement, TestCounts counts) {
        return Block.row(
                DocumentText.of(line.title()).to(statement.spec().link()),
                line.state().cell(),
                DocumentText.of(TestCounts.number(counts.total())),
                DocumentText.of(counts.passedOfTotal()),
                DocumentText.of(counts.failedOfTotal()),
                DocumentText.of(counts.skippedOfTotal()),
                DocumentText.of(LineSentences.author(statement)),
                DocumentText.of(Dates.day(statement.made())));
    }

    List<Block> knownIssues() {
        var names = matter.lines(section).stream().map(QuestionLine::name).toList();
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

    private List<DocumentText> issue(SubjectReport subject, KnownIssue issue) {
        boolean over = issue.expires() != null
                && !issue.expires().isAfter(matter.sources().now());
        return Block.row(
                DocumentText.of(title(issue.check())),
                DocumentText.of(subject.deployment()),
                DocumentText.of(issue.reason()),
                DocumentText.of(Dates.day(issue.expires()) + (over ? " (over)" : "")),
                DocumentText.of(Objects.requireNonNullElse(issue.owner(), "nobody named")),
                DocumentText.of(issue.by()),
                DocumentText.of(issue.waiver()).to(issue.link()));
    }

    private String title(String check) {
        return matter.lines()
                .filter(it -> it.name().equals(check))
                .map(QuestionLine::title)
                .findFirst()
                .orElse(check);
    }

    /** The report names the waiver, and has no more of it yet. */
    private Optional<String> waived() {
        return Optional.of(String.join(
                        "; ",
                        matter.lines(section).stream()
                                .filter(it -> it.state() == QuestionState.Waived)
                                .flatMap(it ->
                                        Stream.of(it.title() + " is waived by " + String.join(", ", it.waivers())))
                                .toList()))
                .filter(it -> !it.isEmpty())
                .map(it -> it + ".");
    }
}
