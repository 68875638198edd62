package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.checks.Finding;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.GateRule.Bearing;
import dev.readygate.gate.StageInput.GateFinding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Policies that only warn: the operator reports what would be held, and holds nothing. */
record Warning(StageInput input) {
    boolean isAsked() {
        return !input.rules().warned().isEmpty();
    }

    Standing standing() {
        return first().map(it -> new Standing(
                        ReadyReason.Warned, would(it) + ".", it.rule().name()))
                .orElseGet(
                        () -> new Standing(ReadyReason.Warned, "Nothing would be held; policies here only warn.", ""));
    }

    private String would(GateFinding answer) {
        var gate = input.rules().warned().get(answer.rule().name());
        return "Enforced, it would be held at gate %s: %s: %s"
                .formatted(
                        gate, answer.rule().name(), answer.finding().message().replaceFirst("[.]$", ""));
    }

    /** The first finding that would hold the revision, in the order of the gates. */
    Optional<GateFinding> first() {
        return gates().flatMap(it -> failing(it).stream()).findFirst();
    }

    private Stream<Gate> gates() {
        return Stream.of(Gate.Start, Gate.Serve, Gate.Stay)
                .filter(it -> !input.warned(it).isEmpty());
    }

    private Optional<GateFinding> failing(Gate gate) {
        return input.warned(gate).stream()
                .filter(it -> it.bearing() == Bearing.Refuses)
                .findFirst();
    }

    /** The progress that keeps the operator from reporting the same warning again. */
    GateProgress progress() {
        return input.world()
                .rolling()
                .map(Revision::hash)
                .map(hash -> new GateProgress(
                        hash, gates().map(it -> status(hash, it)).toList(), List.of()))
                .orElse(GateProgress.NONE);
    }

    private GateStatus status(String hash, Gate gate) {
        var failing = failing(gate);
        var state = failing.isPresent() ? GateState.Failed : GateState.Passed;
        return new GateStatus(
                gate,
                state,
                since(hash, gate, state),
                null,
                failing.map(it -> it.rule().name() + ": " + message(it.finding()))
                        .orElse(null));
    }

    private static String message(Finding finding) {
        return finding.message();
    }

    private Instant since(String hash, Gate gate, GateState state) {
        return input.before()
                .of(hash)
                .at(gate)
                .filter(it -> it.state() == state)
                .map(GateStatus::since)
                .orElse(input.second());
    }
}
