package dev.readygate.history;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.StepStatus;
import dev.readygate.facts.Pod;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** When a revision first took traffic, from its pods, its steps and its gate Stay. */
record Traffic(HistoryInput input, String hash) {

    Optional<Instant> since() {
        return Stream.of(pods(), steps(), stay()).flatMap(it -> it).min(Comparator.naturalOrder());
    }

    private Stream<Instant> pods() {
        return input.world().podsOf(hash).stream().map(Pod::state).flatMap(it -> it.servedSince().stream());
    }

    private Stream<Instant> steps() {
        return input.steps(hash).stream().map(StepStatus::since).filter(Objects::nonNull);
    }

    /** A revision at gate Stay takes all traffic. */
    private Stream<Instant> stay() {
        return HistoryInput.at(input.gates(hash), Gate.Stay)
                .filter(it -> it.state() != GateState.Pending)
                .map(GateStatus::since)
                .stream();
    }
}
