package dev.readygate.checks;

import dev.readygate.facts.Horizon;
import dev.readygate.facts.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One question about one workload. */
public interface Check {

    /** The answer as far as the subject's facts go. */
    Finding evaluate(Subject subject);

    /** What it says of one pod alone. A check that does not ask pods says of each what it says of all. */
    default Finding evaluate(Subject subject, Pod pod) {
        return evaluate(subject);
    }

    /** What has to be asked outside, from now on, for the answer to be known. */
    default List<Ask> asks(Subject subject) {
        return List.of();
    }

    /** When time alone may give another answer: something expires, a window opens. */
    default Optional<Instant> changesAt(Subject subject) {
        return Optional.empty();
    }

    /** Whether waiting is all it takes after a Fail: then a gate stays shut, and nothing is taken back. */
    default boolean healsByItself() {
        return false;
    }

    /** Why gate Admit is shut while it fails; a check of the manifest is about each manifest anew, and shuts nothing. */
    default Optional<AdmitDenial> shuts(Finding failing) {
        return Optional.empty();
    }

    /** What has to be known of the Deployment for the answer to be known. */
    default Horizon horizon() {
        return Horizon.Rollout;
    }

    /** Whether pods themselves are asked: before a new revision's have answered, those that run still count. */
    default boolean asksPods() {
        return false;
    }
}
