package dev.readygate.history;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.RolloutRecord.GateMinutes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The times of a rollout at its gates, from the start of each gate's state. */
record GateTimings(List<GateStatus> gates, Instant started, Instant until) {

    /** The gate at which it failed. Gate Admit is about the next template. */
    Optional<Gate> failedAt() {
        return Stream.of(Gate.Start, Gate.Serve, Gate.Stay)
                .filter(it -> state(it) == GateState.Failed)
                .findFirst();
    }

    GateMinutes minutes() {
        return new GateMinutes(at(Gate.Start), at(Gate.Serve), at(Gate.Stay));
    }

    private Double at(Gate gate) {
        return switch (state(gate)) {
            case Passed, Skipped, Failed ->
                between(begin(gate), status(gate).map(GateStatus::since).orElseThrow());
            case Held, TimedOut -> between(begin(gate), until);
            case Pending -> null;
            case null -> null;
        };
    }

    /** It reached this gate when it passed the one before. */
    private Instant begin(Gate gate) {
        return Stream.of(Gate.Start, Gate.Serve)
                .filter(it -> it.compareTo(gate) < 0)
                .flatMap(it -> status(it).stream())
                .filter(it -> it.state() == GateState.Passed || it.state() == GateState.Skipped)
                .map(GateStatus::since)
                .reduce(started, (_, later) -> later);
    }

    private static Double between(Instant begin, Instant end) {
        var spent = end.isBefore(begin) ? Duration.ZERO : Duration.between(begin, end);
        return Math.rint(spent.toSeconds() / 6.0) / 10;
    }

    private GateState state(Gate gate) {
        return status(gate).map(GateStatus::state).orElse(null);
    }

    private Optional<GateStatus> status(Gate gate) {
        return HistoryInput.at(gates, gate);
    }
}
