package dev.readygate.checks;

import dev.readygate.facts.Horizon;
import dev.readygate.facts.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One question to one Deployment. */
public interface Check {

    /** The answer as far as the subject's facts go. */
    Finding evaluate(Subject subject);

    /** The finding for one pod. A check that does not ask pods gives each pod the finding for all. */
    default Finding evaluate(Subject subject, Pod pod) {
        return evaluate(subject);
    }

    /** The requests that samplers send from now on to get the answer. */
    default List<Ask> asks(Subject subject) {
        return List.of();
    }

    /** When time alone may change the answer: a statement expires, a window opens. */
    default Optional<Instant> changesAt(Subject subject) {
        return Optional.empty();
    }

    /** Whether waiting alone can end a Fail: then the gate stays closed, and nothing is taken back. */
    default boolean healsByItself() {
        return false;
    }

    /** Why gate Admit is closed while it fails; a manifest check evaluates each manifest anew and closes nothing. */
    default Optional<AdmitDenial> denialAtAdmit(Finding failing) {
        return Optional.empty();
    }

    /** The facts of the Deployment that the answer needs. */
    default Horizon horizon() {
        return Horizon.Rollout;
    }

    /** Whether it asks pods: before the pods of a new revision answer, those that run still count. */
    default boolean asksPods() {
        return false;
    }
}
