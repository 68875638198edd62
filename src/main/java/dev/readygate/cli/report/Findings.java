package dev.readygate.cli.report;

import dev.readygate.cli.format.Entry;
import dev.readygate.cli.format.Entry.Level;
import dev.readygate.cli.format.Entry.Rule;
import dev.readygate.cli.format.Entry.Where;
import java.util.List;
import java.util.Optional;

/** A document's checks as findings, for build servers and code hosts: those of each Deployment by itself. */
public record Findings(Sources sources) {

    public List<Entry> entries() {
        return Matter.of(sources)
                .lines()
                .flatMap(line -> line.answers().stream().map(answer -> {
                    var state = State.of(answer.result().outcome());
                    return new Entry(
                            rule(line),
                            Where.inCluster("Deployment %s/%s"
                                    .formatted(sources.product().namespace(), answer.deployment())),
                            level(state, line),
                            Optional.ofNullable(answer.result().message())
                                    .orElse(state.cell().text()));
                }))
                .toList();
    }

    private static Rule rule(Line line) {
        var category =
                Optional.ofNullable(line.worst().category()).map(it -> it + "/").orElse("");
        return new Rule(
                category + line.name(),
                line.title(),
                Optional.ofNullable(line.todo()).orElse(""));
    }

    private static Level level(State state, Line line) {
        return switch (state) {
            case Fail -> line.required() || line.worst().gate() != null ? Level.Failure : Level.Warning;
            case Error -> Level.Error;
            case Unknown -> Level.Note;
            case Waived, NotApplicable, NotAsked -> Level.Skipped;
            case Pass -> Level.Pass;
        };
    }
}
