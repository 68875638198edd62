package dev.readygate.api.v1alpha1;

import dev.readygate.api.v1alpha1.Condition.ConditionStatus;
import java.util.Optional;

/** Why a condition has its status, in one word for programs. The words change only with the API version. */
public interface ConditionReason {
    /** The word. */
    String name();

    /** The status of the condition for this reason. */
    ConditionStatus status();

    /** What the word means, for people: a row of docs/reference/reasons.md. */
    String meaning();

    /** The condition that is True beside it, with the same reason. */
    default Optional<String> beside() {
        return Optional.empty();
    }
}
