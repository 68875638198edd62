package dev.readygate.api.v1alpha1;

import dev.readygate.api.v1alpha1.Condition.ConditionStatus;

/** Why a policy is Enforced or not. */
public enum EnforcedReason implements ConditionReason {
    Enforcing(
            ConditionStatus.True,
            "the API server gates pods of unverified revisions; tried twice, a second apart, then once a minute"),
    NotEnforced(ConditionStatus.False, "it was tried, and does not"),
    NotTried(ConditionStatus.Unknown, "not tried, for example because no Deployment of the namespace is gated yet"),
    NotAsked(ConditionStatus.False, "the mode is not Enforce");

    private final ReasonText text;

    EnforcedReason(ConditionStatus status, String meaning) {
        this.text = ReasonText.of(status, meaning);
    }

    @Override
    public ReasonText text() {
        return text;
    }
}
