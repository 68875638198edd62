package dev.readygate.cli.text;

import dev.readygate.api.v1alpha1.GateMinutes;
import dev.readygate.api.v1alpha1.RolloutRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One line for each rollout. */
public record HistoryTable(Instant now, boolean wide, boolean colours) {
    private static final int ALWAYS = 9;

    public String text(List<RolloutRecord> rollouts) {
        var table = new Table(
                "REVISION",
                "VERSION",
                "OUTCOME",
                "BY",
                "ENDED",
                "START",
                "SERVE",
                "STAY",
                "WHY",
                "SCORE",
                "COMMIT",
                "ENVIRONMENT",
                "LEAD TIME",
                "EXPOSED",
                "BACK TO",
                "UNDOES");
        rollouts.forEach(it -> table.row(cells(it)));
        return table.only(it -> it < ALWAYS || wide).withoutEmptyColumns().text(colours);
    }

    private Cell[] cells(RolloutRecord rollout) {
        return new Cell[] {
            Cell.plain(rollout.revision()),
            Cell.plain(rollout.version()),
            Cell.plain(outcome(rollout)),
            Cell.plain(rollout.by()),
            Cell.plain(ended(rollout)),
            Cell.plain(minutes(rollout, GateMinutes::start)),
            Cell.plain(minutes(rollout, GateMinutes::serve)),
            Cell.plain(minutes(rollout, GateMinutes::stay)),
            Cell.plain(rollout.why()),
            Cell.plain(rollout.score()),
            Cell.plain(rollout.commit()),
            Cell.plain(rollout.environment()),
            Cell.plain(between(rollout.committed(), rollout.finished())),
            Cell.plain(between(rollout.servedSince(), rollout.recovered())),
            Cell.plain(rollout.rollbackTo()),
            Cell.plain(rollout.rollbackOf())
        };
    }

    private static String outcome(RolloutRecord rollout) {
        if (rollout.outcome() == null || rollout.finished() == null && !rollout.inferred()) {
            return "under way";
        }
        return rollout.inferred()
                ? rollout.outcome() + " (inferred)"
                : rollout.outcome().name();
    }

    /** What was only inferred has no end that anybody knows. */
    private String ended(RolloutRecord rollout) {
        return Optional.ofNullable(rollout.finished())
                .map(it -> new Ages(now).since(it) + " ago")
                .orElse("");
    }

    private static String minutes(RolloutRecord rollout, Function<GateMinutes, Double> gate) {
        return Optional.ofNullable(rollout.minutes())
                .map(gate)
                .map(it -> it + "m")
                .orElse("");
    }

    private static String between(Instant from, Instant to) {
        return from == null || to == null ? "" : Ages.shortly(Duration.between(from, to));
    }
}
