package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Condition;
import dev.readygate.api.v1alpha1.Condition.ConditionStatus;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessPolicyStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadinessStandardSpec;
import dev.readygate.facts.AdmitEnforcement;
import dev.readygate.facts.Enforcement;
import dev.readygate.policy.Policy;
import dev.readygate.policy.Resolving;
import dev.readygate.policy.Standards;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy's conditions: whether it is enforced, whether it is ready, and what its author should know. */
class PolicyConditionsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ENFORCE = "{mode: Enforce, selector: {}}";
    private static final Enforcement YES = new Enforcement.Confirmed();
    private static final Enforcement ONCE = new Enforcement.ConfirmedOnce();
    private static final Enforcement NO = new Enforcement.Refuted("no gate was added");
    private static final Enforcement NOBODY_KNOWS = new Enforcement.Untried("nothing is gated yet");

    private static ReadinessPolicyStatus of(String spec, Enforcement enforcement, String... reports) {
        return composed(spec, Standards.NONE, List.of(), enforcement, Optional.empty(), reports);
    }

    private static ReadinessPolicyStatus after(ReadinessPolicyStatus before, Enforcement enforcement) {
        return composed(ENFORCE, Standards.NONE, List.of(), enforcement, Optional.of(before), "{}");
    }

    private static ReadinessPolicyStatus composed(
            String spec,
            Standards standards,
            List<String> conflicts,
            Enforcement enforcement,
            Optional<ReadinessPolicyStatus> previous,
            String... reports) {
        var policy = new Policy(
                new PolicyRef("ReadinessPolicy", "shop", 7L),
                "p-1",
                NOON,
                Serialization.unmarshal("---\n" + spec, ReadinessPolicySpec.class));
        var read = List.of(reports).stream()
                .map(it -> Serialization.unmarshal("---\n" + it, ReadinessReportStatus.class))
                .toList();
        return new PolicyComposer(
                        Resolving.of(policy, standards),
                        read,
                        conflicts,
                        new PolicyComposer.EnforcementState(enforcement, new AdmitEnforcement.NoRules()),
                        previous)
                .compose(NOON);
    }

    private static Condition enforced(ReadinessPolicyStatus status) {
        return condition(status, "Enforced");
    }

    private static Condition ready(ReadinessPolicyStatus status) {
        return condition(status, "Ready");
    }

    private static Condition condition(ReadinessPolicyStatus status, String type) {
        return status.conditions().stream()
                .filter(it -> it.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFirstYesIsNotEnoughBecausePoliciesTakeAMomentToBeActiveEverywhere() {
        var once = of(ENFORCE, ONCE, "{}");

        assertThat(enforced(once).status()).isEqualTo(ConditionStatus.Unknown);
        assertThat(enforced(once).reason()).isEqualTo("NotTried");
        assertThat(enforced(once).message()).contains("since a moment ago");
        assertThat(enforced(after(once, YES)).status()).isEqualTo(ConditionStatus.True);
    }

    @Test
    void oneYesConfirmsTheStatusFromBeforeARestart() {
        var before = of(ENFORCE, YES, "{}");

        assertThat(enforced(after(before, ONCE)).status()).isEqualTo(ConditionStatus.True);
        assertThat(enforced(after(before, ONCE)).reason()).isEqualTo("Enforcing");
    }

    @Test
    void oneYesDoesNotConfirmAnotherStatus() {
        var before = of(ENFORCE, NO, "{}");

        assertThat(enforced(after(before, ONCE)).status()).isEqualTo(ConditionStatus.Unknown);
    }

    @Test
    void aRefutedEnforcementIsReportedWithItsReason() {
        var refuted = of(ENFORCE, NO, "{}");

        assertThat(enforced(refuted).status()).isEqualTo(ConditionStatus.False);
        assertThat(enforced(refuted).reason()).isEqualTo("NotEnforced");
        assertThat(enforced(refuted).message()).isEqualTo("Nothing is held: no gate was added.");
        assertThat(ready(refuted).reason()).isEqualTo("NotEnforced");
    }

    @Test
    void aMistakeIsStalledSoThatNoToolWaitsForIt() {
        var wrong = of("{selector: {}, checks: [{name: a, manifest: {expression: 'nonsense('}}]}", YES);

        assertThat(wrong.conditions())
                .filteredOn(it -> it.type().equals("Stalled"))
                .singleElement()
                .returns(ConditionStatus.True, Condition::status)
                .returns("InvalidCheck", Condition::reason);
        assertThat(wrong.conditions()).noneMatch(it -> it.type().equals("Reconciling"));
    }

    @Test
    void anEnforcementThatMayComeIsReconcilingUntilThen() {
        var refuted = of(ENFORCE, NO);

        assertThat(refuted.conditions())
                .extracting(Condition::type)
                .containsExactlyInAnyOrder("Enforced", "Ready", "Reconciling");
        assertThat(after(refuted, YES).conditions())
                .extracting(Condition::type)
                .containsExactlyInAnyOrder("Enforced", "Ready");
    }

    @Test
    void aMissingTrialIsReportedWithItsReason() {
        assertThat(enforced(of(ENFORCE, NOBODY_KNOWS, "{}")).message()).isEqualTo("Not tried: nothing is gated yet.");
        assertThat(enforced(of(ENFORCE, NOBODY_KNOWS, "{}")).reason()).isEqualTo("NotTried");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Observe", "Warn"})
    void aPolicyThatEnforcesNothingIsReadyWithoutTheApiServer(String mode) {
        var status = of("{mode: %s, selector: {}}".formatted(mode), NO, "{}");

        assertThat(ready(status).status()).isEqualTo(ConditionStatus.True);
        assertThat(ready(status).reason()).isEqualTo("Accepted");
        assertThat(enforced(status).status()).isEqualTo(ConditionStatus.False);
        assertThat(enforced(status).reason()).isEqualTo("NotAsked");
    }

    @Test
    void saysHowManyItMeets() {
        assertThat(ready(of(ENFORCE, YES)).message()).isEqualTo("Accepted; meets 0 Deployments.");
        assertThat(ready(of(ENFORCE, YES, "{}")).message()).isEqualTo("Accepted; meets 1 Deployment.");
        assertThat(ready(of(ENFORCE, YES, "{}", "{}")).message()).isEqualTo("Accepted; meets 2 Deployments.");
    }

    @ParameterizedTest
    @CsvSource({"Pass, 1, 0, 0, 0", "Conditional, 0, 1, 0, 0", "Fail, 0, 0, 1, 0", "Unknown, 0, 0, 0, 1"})
    void eachVerdictIsCountedAsItself(String verdict, int pass, int conditional, int fail, int unknown) {
        var status = of(ENFORCE, YES, "{verdict: %s}".formatted(verdict));

        assertThat(List.of(status.pass(), status.conditional(), status.fail(), status.unknown()))
                .containsExactly(pass, conditional, fail, unknown);
        assertThat(status.observedGeneration()).isEqualTo(7);
    }

    @Test
    void whereNothingWasScoredThereIsNoMean() {
        assertThat(of(ENFORCE, YES, "{verdict: Unknown}").score()).isNull();
        assertThat(of(ENFORCE, YES, "{score: 90}", "{score: 81}", "{}").score()).isEqualTo(85);
    }

    @Test
    void tellsItsAuthorOfConflictsAndProbableMistakes() {
        var pack = Serialization.unmarshal("{\"checks\": []}", ReadinessStandardSpec.class);
        var status = composed(
                "{selector: {}, standards: [{name: pack, skip: [typo]}]}",
                name -> Optional.of(pack),
                List.of("Check a is asked differently."),
                YES,
                Optional.empty(),
                "{}");

        assertThat(status.warnings())
                .containsExactly(
                        "Check a is asked differently.",
                        "standard pack has no check typo to skip: correct or remove it");
    }
}
