package dev.readygate.api.v1alpha1;

/** Where a revision is at a gate: the reason of the gate's condition. */
public enum GateState implements ConditionReason {
    Pending(ConditionStatus.Unknown, "the revision has not come here yet"),
    Held(ConditionStatus.False, "the revision waits here"),
    Passed(ConditionStatus.True, "the revision is through"),
    Failed(ConditionStatus.False, "the revision was turned away"),
    TimedOut(ConditionStatus.False, "the revision has waited here too long"),
    Skipped(ConditionStatus.Unknown, "nothing holds the revision here");

    private final ConditionStatus status;
    private final String meaning;

    GateState(ConditionStatus status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    @Override
    public ConditionStatus status() {
        return status;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
