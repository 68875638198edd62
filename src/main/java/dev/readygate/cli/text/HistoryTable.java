package dev.readygate.cli.text;

import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.api.v1alpha1.RolloutRecord.GateMinutes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One line for each rollout. */
public record HistoryTable(Instant now, boolean wide, boolean colours) {
    private static final int ALWAYS = 9;

    public String text(List<RolloutRecord> rollouts) {
        var table = new TextTable(
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

    private TableCell[] cells(RolloutRecord rollout) {
        return new TableCell[] {
            TableCell.plain(rollout.revision()),
            TableCell.plain(rollout.version()),
            TableCell.plain(outcome(rollout)),
            TableCell.plain(rollout.by()),
            TableCell.plain(ended(rollout)),
            TableCell.plain(minutes(rollout, GateMinutes::start)),
            TableCell.plain(minutes(rollout, GateMinutes::serve)),
            TableCell.plain(minutes(rollout, GateMinutes::stay)),
            TableCell.plain(rollout.why()),
            TableCell.plain(rollout.score()),
            TableCell.plain(rollout.commit()),
            TableCell.plain(rollout.environment()),
            TableCell.plain(between(rollout.committed(), rollout.finished())),
            TableCell.plain(between(rollout.servedSince(), rollout.recovered())),
            TableCell.plain(rollout.rollbackTo()),
            TableCell.plain(rollout.rollbackOf())
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

    /** Empty for a rollout whose end is unknown, because it was only inferred. */
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
