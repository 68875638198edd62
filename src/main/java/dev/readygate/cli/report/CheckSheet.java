package dev.readygate.cli.report;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.cli.document.Csv;
import dev.readygate.cli.report.QuestionLine.DeploymentAnswer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A document's checks as lines of a spreadsheet, separately for each Deployment. */
public record CheckSheet(DocumentSources sources) {
    private static final List<String> COLUMNS = List.of(
            "category",
            "check",
            "title",
            "namespace",
            "deployment",
            "outcome",
            "value",
            "limit",
            "required",
            "gate",
            "weight",
            "score",
            "priority",
            "effort",
            "owner",
            "action",
            "since",
            "message");

    public String text() {
        var matter = DocumentModel.of(sources);
        var lines = matter.rows().stream().flatMap(row -> row.lines().stream().flatMap(line -> lines(row, line)));
        return Stream.concat(Stream.of(COLUMNS), lines).map(Csv::line).collect(joining());
    }

    private Stream<List<String>> lines(CategoryRow row, QuestionLine line) {
        return line.answers().isEmpty()
                ? Stream.of(line(row, line, new DeploymentAnswer("", line.worst()), line.state()))
                : line.answers().stream()
                        .map(it ->
                                line(row, line, it, QuestionState.of(it.result().outcome())));
    }

    private List<String> line(CategoryRow row, QuestionLine line, DeploymentAnswer answer, QuestionState state) {
        CheckResult result = answer.result();
        return Stream.of(
                        row.title(),
                        line.name(),
                        line.title(),
                        sources.product().namespace(),
                        answer.deployment(),
                        state.name(),
                        result.value(),
                        result.limit(),
                        line.required(),
                        result.gate(),
                        result.weight(),
                        result.score(),
                        line.priority().orElse(null),
                        line.effort(),
                        line.owner(),
                        line.todo(),
                        result.since(),
                        result.message())
                .map(it -> Optional.ofNullable(it).map(Objects::toString).orElse(""))
                .toList();
    }
}
