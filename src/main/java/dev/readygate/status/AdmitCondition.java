package dev.readygate.status;

import dev.readygate.api.v1alpha1.AdmitReason;
import dev.readygate.api.v1alpha1.Condition.ConditionStatus;
import dev.readygate.api.v1alpha1.ConditionReason;
import dev.readygate.api.v1alpha1.PolicyReason;
import dev.readygate.api.v1alpha1.ReadinessPolicyStatus;
import dev.readygate.facts.AdmitEnforcement;
import dev.readygate.status.Conditions.Because;
import java.util.Optional;

/** Whether the API server enforces a policy's manifest checks at gate Admit. */
record AdmitCondition(AdmitEnforcement guarding, Optional<ReadinessPolicyStatus> previous, long generation) {
    static final String TYPE = "Admit";

    private static final Because ACTIVE = new Because(
            AdmitReason.Active, "The API server denies what breaks its manifest checks at gate Admit; tried just now.");
    private static final Because WARNING =
            new Because(AdmitReason.Warning, "The API server warns of what breaks its manifest checks at gate Admit.");

    /** Empty if the policy has no such checks. */
    Optional<Because> said() {
        return switch (guarding) {
            case AdmitEnforcement.NoRules _ -> Optional.empty();
            case AdmitEnforcement.Active _ -> Optional.of(ACTIVE);
            case AdmitEnforcement.Warns _ -> Optional.of(WARNING);
            case AdmitEnforcement.UnconfirmedRules it ->
                Optional.of(wasActive() ? ACTIVE : because(AdmitReason.NotActive, "Not active yet: ", it.why()));
            case AdmitEnforcement.InvalidRules it ->
                Optional.of(
                        because(AdmitReason.NotCompiled, "Its manifest checks at gate Admit stop nothing: ", it.why()));
            case AdmitEnforcement.OnlyScored it ->
                Optional.of(because(
                        AdmitReason.NotPermitted, "Its manifest checks at gate Admit are only scored: ", it.why()));
        };
    }

    private static Because because(AdmitReason reason, String what, String why) {
        return new Because(reason, what + why + ".");
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

    /** The same words for Ready, where the policy is not ready for it. */
    Optional<Because> unready() {
        return said().flatMap(it -> unready(it.reason()).map(reason -> new Because(reason, it.message())));
    }

    /** A check that is only scored is no reason to wait: its state does not change. */
    private static Optional<PolicyReason> unready(ConditionReason admit) {
        if (admit == AdmitReason.NotActive) {
            return Optional.of(PolicyReason.NotActive);
        }
        return admit == AdmitReason.NotCompiled ? Optional.of(PolicyReason.NotCompiled) : Optional.empty();
    }
}
