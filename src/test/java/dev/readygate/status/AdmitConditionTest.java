package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Condition;
import dev.readygate.api.v1alpha1.Condition.ConditionStatus;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessPolicyStatus;
import dev.readygate.facts.AdmitEnforcement;
import dev.readygate.facts.Enforcement;
import dev.readygate.policy.Policy;
import dev.readygate.policy.Resolving;
import dev.readygate.policy.Standards;
import dev.readygate.status.PolicyComposer.EnforcementState;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A policy's condition about its manifest checks at gate Admit. */
class AdmitConditionTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AdmitEnforcement NOT_YET = new AdmitEnforcement.UnconfirmedRules("nobody saw it");

    private static ReadinessPolicyStatus status(
            AdmitEnforcement guarding, long generation, Optional<ReadinessPolicyStatus> before) {
        var policy = new Policy(
                new PolicyRef("ReadinessPolicy", "shop", generation),
                "p-1",
                NOON,
                Serialization.unmarshal("---\n{mode: Enforce, selector: {}}", ReadinessPolicySpec.class));
        var standing = new EnforcementState(new Enforcement.Confirmed(), guarding);
        return new PolicyComposer(Resolving.of(policy, Standards.NONE), List.of(), List.of(), standing, before)
                .compose(NOON);
    }

    private static ReadinessPolicyStatus status(AdmitEnforcement guarding) {
        return status(guarding, 1, Optional.empty());
    }

    private static Optional<Condition> said(ReadinessPolicyStatus status, String type) {
        return status.conditions().stream().filter(it -> it.type().equals(type)).findFirst();
    }

    private static void says(
            ReadinessPolicyStatus status, ConditionStatus admit, String reason, ConditionStatus ready) {
        assertThat(said(status, "Admit")).hasValueSatisfying(it -> {
            assertThat(it.status()).isEqualTo(admit);
            assertThat(it.reason()).isEqualTo(reason);
        });
        assertThat(said(status, "Ready").orElseThrow().status()).isEqualTo(ready);
    }

    @Test
    void nothingWhereItHasNone() {
        assertThat(said(status(new AdmitEnforcement.NoRules()), "Admit")).isEmpty();
    }

    @Test
    void thatTheyAreActiveOrWarn() {
        says(status(new AdmitEnforcement.Active()), ConditionStatus.True, "Active", ConditionStatus.True);
        says(status(new AdmitEnforcement.Warns()), ConditionStatus.True, "Warning", ConditionStatus.True);
    }

    @Test
    void thatItIsNotReadyUntilTheyAreActive() {
        says(status(NOT_YET), ConditionStatus.Unknown, "NotActive", ConditionStatus.False);
        assertThat(said(status(NOT_YET), "Ready").orElseThrow().message()).isEqualTo("Not active yet: nobody saw it.");
    }

    @Test
    void whyTheApiServerDoesNotTakeThem() {
        says(
                status(new AdmitEnforcement.InvalidRules("bad")),
                ConditionStatus.False,
                "NotCompiled",
                ConditionStatus.False);
    }

    /** Flux and kubectl wait would wait in vain. */
    @Test
    void whatAPersonHasToCorrectIsStalled() {
        var status = status(new AdmitEnforcement.InvalidRules("bad"));

        assertThat(said(status, "Stalled").orElseThrow().reason()).isEqualTo("NotCompiled");
        assertThat(said(status, "Reconciling")).isEmpty();
        assertThat(said(status(NOT_YET), "Reconciling").orElseThrow().reason()).isEqualTo("NotActive");
    }

    @Test
    void thatTheyAreOnlyScoredWhichIsNoReasonToWait() {
        says(
                status(new AdmitEnforcement.OnlyScored("no right")),
                ConditionStatus.False,
                "NotPermitted",
                ConditionStatus.True);
    }

    @Test
    void aRestartOfTheOperatorIsNoNewsAndAnotherTextIs() {
        var active = Optional.of(status(new AdmitEnforcement.Active()));

        says(status(NOT_YET, 1, active), ConditionStatus.True, "Active", ConditionStatus.True);
        says(status(NOT_YET, 2, active), ConditionStatus.Unknown, "NotActive", ConditionStatus.False);
        says(
                status(NOT_YET, 1, Optional.of(status(NOT_YET))),
                ConditionStatus.Unknown,
                "NotActive",
                ConditionStatus.False);
    }
}
