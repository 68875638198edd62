package dev.readygate.status;

import dev.readygate.api.v1alpha1.ConditionStatus;
import dev.readygate.api.v1alpha1.ReadinessPolicyStatus;
import dev.readygate.facts.AdmitEnforcement;
import dev.readygate.status.Conditions.Because;
import java.util.Optional;

/** Whether the API server enforces a policy's manifest checks at gate Admit. */
record AdmitCondition(AdmitEnforcement guarding, Optional<ReadinessPolicyStatus> previous, long generation) {
    static final String TYPE = "Admit";

    private static final Because ACTIVE = new Because(
            "Active", "The API server denies what breaks its manifest checks at gate Admit; tried just now.");

    record ConditionText(ConditionStatus status, Because because) {}

    /** Empty if the policy has no such checks. */
    Optional<ConditionText> said() {
        return switch (guarding) {
            case AdmitEnforcement.NoRules _ -> Optional.empty();
            case AdmitEnforcement.Active _ -> said(ConditionStatus.True, ACTIVE);
            case AdmitEnforcement.Warns _ ->
                said(
                        ConditionStatus.True,
                        new Because(
                                "Warning", "The API server warns of what breaks its manifest checks at gate Admit."));
            case AdmitEnforcement.UnconfirmedRules it ->
                wasActive()
                        ? said(ConditionStatus.True, ACTIVE)
                        : said(ConditionStatus.Unknown, new Because("NotActive", "Not active yet: " + it.why() + "."));
            case AdmitEnforcement.InvalidRules it ->
                said(
                        ConditionStatus.False,
                        new Because(
                                "NotCompiled", "Its manifest checks at gate Admit stop nothing: " + it.why() + "."));
            case AdmitEnforcement.OnlyScored it ->
                said(
                        ConditionStatus.False,
                        new Because(
                                "NotPermitted",
                                "Its manifest checks at gate Admit are only scored: " + it.why() + "."));
        };
    }

    private static Optional<ConditionText> said(ConditionStatus status, Because because) {
        return Optional.of(new ConditionText(status, because));
    }

    /**
     * A restart of the operator or the end of a waiver is no news: active rules count as active until other rules
     * replace them.
     */
    private boolean wasActive() {
        return previous.stream()
                .flatMap(it -> it.conditions().stream())
                .anyMatch(it -> it.type().equals(TYPE)
                        && it.status() == ConditionStatus.True
                        && it.observedGeneration() == generation);
    }

    /** A check that is only scored is no reason to wait: its state does not change. */
    boolean isNotReady() {
        return guarding instanceof AdmitEnforcement.InvalidRules
                || guarding instanceof AdmitEnforcement.UnconfirmedRules && !wasActive();
    }
}
