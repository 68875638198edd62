package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.StepStatus;
import dev.readygate.facts.BookEntry.AdmitClosed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Builds the progress of a revision through the gates. */
record GateProgressBuilder(StageInput input, String hash) {

    /** The revision has passed all gates. */
    GateProgress through() {
        return everywhere(GateState.Passed);
    }

    /** No gate holds this revision, though gates would hold others. */
    GateProgress skipped() {
        return everywhere(GateState.Skipped);
    }

    private GateProgress everywhere(GateState state) {
        return new GateProgress(
                hash,
                input.rules().gates().stream()
                        .map(it -> status(it, state, Optional.empty(), ""))
                        .toList(),
                List.of());
    }

    /** The revision waits at one gate: it has passed those before it, and those after it are pending. */
    GateProgress at(GateStop stop, List<StepStatus> steps) {
        return new GateProgress(
                hash,
                input.rules().gates().stream()
                        .map(it -> it == stop.gate()
                                ? status(it, stop.state(), stop.until(), stop.waitingOn())
                                : status(
                                        it,
                                        it.compareTo(stop.gate()) < 0 ? behind(it) : GateState.Pending,
                                        Optional.empty(),
                                        ""))
                        .toList(),
                steps);
    }

    /** Passed by its checks, unless a user let it through. */
    private GateState behind(Gate gate) {
        return input.before().of(hash).is(gate, GateState.Skipped) ? GateState.Skipped : GateState.Passed;
    }

    /** @param until when waiting there ends by itself */
    record GateStop(Gate gate, GateState state, Optional<Instant> until, String waitingOn) {}

    /** Gate Admit is about the next template, wherever this revision is. */
    private GateStatus status(Gate gate, GateState state, Optional<Instant> until, String waitingOn) {
        return gate == Gate.Admit
                ? AdmitDenials.of(input)
                        .filter(AdmitClosed::denies)
                        .map(it -> told(gate, GateState.Held, Optional.empty(), it.why()))
                        .orElseGet(() -> told(gate, GateState.Passed, Optional.empty(), ""))
                : told(gate, state, until, waitingOn);
    }

    private GateStatus told(Gate gate, GateState state, Optional<Instant> until, String waitingOn) {
        return new GateStatus(
                gate, state, since(gate, state), until.orElse(null), waitingOn.isEmpty() ? null : waitingOn);
    }

    private Instant since(Gate gate, GateState state) {
        return input.before()
                .of(hash)
                .at(gate)
                .filter(it -> it.state() == state)
                .map(GateStatus::since)
                .orElse(input.second());
    }
}
