package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.StepStatus;
import dev.readygate.facts.StartHoldMark;
import java.util.List;
import java.util.Optional;

/**
 * How far one revision has come: the report shows it, and a restarted operator goes on from it.
 *
 * @param hash of the revision, empty when none is on its way
 */
public record GateProgress(String hash, List<GateStatus> gates, List<StepStatus> steps) {
    public static final GateProgress NONE = new GateProgress("", List.of(), List.of());

    public GateProgress {
        requireNonNull(hash, "hash");
        gates = List.copyOf(gates);
        steps = List.copyOf(steps);
    }

    /**
     * Another revision starts from the beginning. A revision that waited at gate Start under a pending name goes on
     * under its hash.
     */
    GateProgress of(String revision) {
        return hash.equals(revision) ? this : hasStarted() && !StartHoldMark.names(revision) ? started(revision) : NONE;
    }

    /** Whether that revision is known to be past gate Start. */
    boolean isUnderWay(String revision) {
        return hash.equals(revision) && !gates.isEmpty();
    }

    /** Whether the report knows that revision neither by its hash nor by its pending name. */
    boolean isNewsOf(String revision) {
        return !hash.equals(revision) && !StartHoldMark.names(hash);
    }

    /** Whether a template has passed gate Start, and its hash is not known yet. */
    public boolean hasStarted() {
        return StartHoldMark.names(hash) && !is(Gate.Start, GateState.Held, GateState.Failed);
    }

    private GateProgress started(String revision) {
        return new GateProgress(revision, at(Gate.Start).stream().toList(), List.of());
    }

    Optional<GateStatus> at(Gate gate) {
        return gates.stream().filter(it -> it.gate() == gate).findFirst();
    }

    boolean is(Gate gate, GateState... states) {
        return at(gate).filter(it -> List.of(states).contains(it.state())).isPresent();
    }
}
