package dev.readygate.api.v1alpha1;

import dev.readygate.api.v1alpha1.Condition.ConditionStatus;
import java.util.Optional;

/** Why a condition has its status, in one word for programs. The words change only with the API version. */
public interface ConditionReason {
    /** The word. */
    String name();

    ReasonText text();

    /** The status of the condition for this reason. */
    default ConditionStatus status() {
        return text().status();
    }

    /** What the word means, for people: a row of docs/reference/reasons.md. */
    default String meaning() {
        return text().meaning();
    }

    /** The condition that is True beside it, with the same reason. */
    default Optional<String> beside() {
        return text().beside();
    }

    /** The status, meaning and condition beside it of one reason. */
    record ReasonText(ConditionStatus status, Optional<String> beside, String meaning) {
        static ReasonText of(ConditionStatus status, String meaning) {
            return new ReasonText(status, Optional.empty(), meaning);
        }

        static ReasonText of(Outlook outlook, String meaning) {
            return new ReasonText(outlook.ready(), outlook.beside(), meaning);
        }
    }
}
