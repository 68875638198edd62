package dev.readygate.api.v1alpha1;

import dev.readygate.api.v1alpha1.Condition.ConditionStatus;

/** Whether the API server acts on a policy's manifest checks at gate Admit, and why not. */
public enum AdmitReason implements ConditionReason {
    Active(
            ConditionStatus.True,
            "the API server denies what breaks the manifest checks at gate Admit; a trial was denied twice, a second"
                    + " apart, then once a minute"),
    Warning(ConditionStatus.True, "the mode is Warn: the API server warns of it"),
    NotActive(ConditionStatus.Unknown, "the API server does not act on the newest text yet"),
    NotCompiled(ConditionStatus.False, "the API server does not take the checks as they are written"),
    NotPermitted(
            ConditionStatus.False,
            "the installation may not make admission policies, or no more of them: the checks are only scored");

    private final ReasonText text;

    AdmitReason(ConditionStatus status, String meaning) {
        this.text = ReasonText.of(status, meaning);
    }

    @Override
    public ReasonText text() {
        return text;
    }
}
