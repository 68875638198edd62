package dev.readygate.policy;

import static dev.readygate.policy.PolicySamples.agreement;
import static dev.readygate.policy.PolicySamples.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.Risk;
import dev.readygate.api.v1alpha1.Rollout.FailOn;
import dev.readygate.api.v1alpha1.Rollout.OnFailure;
import dev.readygate.api.v1alpha1.Rollout.OnTimeout;
import org.junit.jupiter.api.Test;

class EffectivePolicyTest {
    private static final Resolved TEAM = resolved("team", """
            mode: Enforce
            selector: {}
            rollout: {onFailure: Hold}
            scoring: {green: 90, amber: 50}
            risks: [{name: outage, impact: High, likelihood: Low}]
            checks:
            - {name: healthy, gate: Serve, http: {path: /health}}
            - {name: port, tcp: {port: 80}}
            """);
    private static final Resolved PLATFORM = resolved("platform", """
            mode: Observe
            selector: {}
            rollout: {onFailure: Notify}
            scoring: {green: 80, amber: 70}
            risks: [{name: outage, impact: Low, likelihood: Low}]
            checks:
            - {name: healthy, required: true, http: {path: /healthz}}
            - {name: port, tcp: {port: 80}}
            - {name: grpc, gate: Serve, grpc: {}}
            """);
    private static final EffectivePolicy BOTH = agreement(TEAM, PLATFORM);

    private static MergedCheck check(String name) {
        return BOTH.checks().stream()
                .filter(it -> it.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allChecksAreAskedOnce() {
        assertThat(BOTH.specs()).extracting(it -> it.name()).containsExactly("healthy", "port", "grpc");
        assertThat(check("port").variants()).hasSize(1);
        assertThat(check("port").askedBy()).isEqualTo("team, platform");
    }

    @Test
    void theSameNameAskedDifferentlyIsAConflictAndBothAreAsked() {
        assertThat(check("healthy").variants()).hasSize(2);
        assertThat(BOTH.conflicts())
                .singleElement()
                .asString()
                .contains("healthy is asked differently by team, platform");
        assertThat(BOTH.conflictsOf(ref("team"))).isEqualTo(BOTH.conflictsOf(ref("platform")));
        assertThat(BOTH.conflictsOf(ref("other"))).isEmpty();
    }

    private static PolicyRef ref(String name) {
        return new PolicyRef("ReadinessPolicy", name, 1L);
    }

    @Test
    void inAConflictItIsRequiredAndGatedIfItIsSoInAny() {
        assertThat(check("healthy").spec().required()).isTrue();
        assertThat(check("healthy").gate()).contains(Gate.Serve);
    }

    @Test
    void theEarlierGateCounts() {
        var stay = resolved("late", "{mode: Enforce, selector: {}, checks: [{name: healthy, gate: Stay, http: {}}]}");

        assertThat(agreement(stay, TEAM).checks().getFirst().gate()).contains(Gate.Serve);
    }

    @Test
    void aPolicyThatOnlyObservesGatesNothing() {
        assertThat(check("grpc").gate()).isEmpty();
        assertThat(check("grpc").spec().gate()).isEqualTo(Gate.Serve);
    }

    @Test
    void onlyAnEnforcingPolicySaysWhatHappensOnFailure() {
        assertThat(BOTH.enforced()).isTrue();
        assertThat(BOTH.rollout().onFailure()).isEqualTo(OnFailure.Hold);
        assertThat(agreement(PLATFORM).enforced()).isFalse();
        assertThat(agreement(PLATFORM).rollout().onFailure()).isEqualTo(OnFailure.Notify);
    }

    @Test
    void eachLineOfTheScoringIsTheHighest() {
        assertThat(BOTH.scoring().green()).isEqualTo(90);
        assertThat(BOTH.scoring().amber()).isEqualTo(70);
    }

    @Test
    void aRiskIsListedOnceAsTheFirstSaysIt() {
        assertThat(BOTH.risks()).extracting(Risk::impact).extracting(Enum::name).containsExactly("High");
    }

    @Test
    void theStrictestTermsOfEnforcingPoliciesCount() {
        var patient = enforcing("""
                {steps: [{share: 20%}, {share: 100%}], soak: 1m, waitAtMost: {serve: 1h, start: 1h},
                 onTimeout: Proceed, failOn: [CrashLoop]}""");
        var strict = enforcing("""
                {steps: [{share: 5%}, {share: 100%}], soak: 10m, waitAtMost: {serve: 30m},
                 onTimeout: Withdraw, failOn: [ProgressDeadline]}""");
        var rollout = agreement(patient, strict, PLATFORM).rollout();

        assertThat(rollout.steps().getFirst().share().text()).isEqualTo("5%");
        assertThat(rollout.soak().text()).isEqualTo("10m");
        assertThat(rollout.waitAtMost().serve().text()).isEqualTo("30m");
        assertThat(rollout.waitAtMost().start().text()).isEqualTo("1h");
        assertThat(rollout.onTimeout()).isEqualTo(OnTimeout.Withdraw);
        assertThat(rollout.failOn()).containsExactly(FailOn.CrashLoop, FailOn.ProgressDeadline);
    }

    private static Resolved enforcing(String rollout) {
        return resolved("p", "{mode: Enforce, selector: {}, rollout: %s}".formatted(rollout));
    }

    @Test
    void whereAnotherControllerDrivesItNothingIsEnforced() {
        var driven = BOTH.whereDrivenBy("Canary cart");

        assertThat(driven.enforced()).isFalse();
        assertThat(driven.checks()).allMatch(it -> it.gate().isEmpty());
        assertThat(driven.specs()).isEqualTo(BOTH.specs());
    }
}
