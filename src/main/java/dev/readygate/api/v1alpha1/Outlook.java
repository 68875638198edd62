package dev.readygate.api.v1alpha1;

import dev.readygate.api.v1alpha1.Condition.ConditionStatus;
import java.util.Optional;

/** The future of an object if no user acts, in the conditions of kstatus. */
public enum Outlook {
    /** Nothing is left to do. */
    Ready(ConditionStatus.True, null),
    /** It is on its way. */
    Progressing(ConditionStatus.False, "Reconciling"),
    /** It stays as it is until a person acts. */
    Stuck(ConditionStatus.False, "Stalled"),
    /** No policy asks for its verification. */
    Unjudged(ConditionStatus.Unknown, null);

    private final ConditionStatus ready;
    private final String beside;

    Outlook(ConditionStatus ready, String beside) {
        this.ready = ready;
        this.beside = beside;
    }

    /** The status of the condition Ready. */
    public ConditionStatus ready() {
        return ready;
    }

    /** The condition beside Ready, there only while it is True: tools that follow kstatus react to its mere presence. */
    public Optional<String> beside() {
        return Optional.ofNullable(beside);
    }
}
