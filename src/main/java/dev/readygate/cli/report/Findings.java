package dev.readygate.cli.report;

import dev.readygate.cli.format.ResultEntry;
import dev.readygate.cli.format.ResultEntry.EntryPlace;
import dev.readygate.cli.format.ResultEntry.Level;
import dev.readygate.cli.format.ResultEntry.ReportedRule;
import java.util.List;
import java.util.Optional;

/** A document's checks as entries for build servers and code hosts, separately for each Deployment. */
public record Findings(DocumentSources sources) {

    public List<ResultEntry> entries() {
        return DocumentModel.of(sources)
                .lines()
                .flatMap(line -> line.answers().stream().map(answer -> {
                    var state = QuestionState.of(answer.result().outcome());
                    return new ResultEntry(
                            rule(line),
                            EntryPlace.inCluster("Deployment %s/%s"
                                    .formatted(sources.product().namespace(), answer.deployment())),
                            level(state, line),
                            Optional.ofNullable(answer.result().message())
                                    .orElse(state.cell().text()));
                }))
                .toList();
    }

    private static ReportedRule rule(QuestionLine line) {
        var category =
                Optional.ofNullable(line.worst().category()).map(it -> it + "/").orElse("");
        return new ReportedRule(
                category + line.name(),
                line.title(),
                Optional.ofNullable(line.todo()).orElse(""));
    }

    private static Level level(QuestionState state, QuestionLine line) {
        return switch (state) {
            case Fail -> line.required() || line.worst().gate() != null ? Level.Failure : Level.Warning;
            case Error -> Level.Error;
            case Unknown -> Level.Note;
            case Waived, NotApplicable, NotAsked -> Level.Skipped;
            case Pass -> Level.Pass;
        };
    }
}
