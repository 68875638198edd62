package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Condition;
import dev.readygate.api.v1alpha1.Condition.ConditionStatus;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessPolicyStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
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

class PolicyComposerTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Enforcement YES = new Enforcement.Confirmed();

    private static ReadinessPolicyStatus compose(String spec, Enforcement enforcement, String... reports) {
        return composer(spec, enforcement, Optional.empty(), reports).compose(NOON);
    }

    private static PolicyComposer composer(
            String spec, Enforcement enforcement, Optional<ReadinessPolicyStatus> previous, String... reports) {
        var policy = new Policy(
                new PolicyRef("ReadinessPolicy", "shop", 7L),
                "p-1",
                NOON,
                Serialization.unmarshal("---\n" + spec, ReadinessPolicySpec.class));
        return new PolicyComposer(
                Resolving.of(policy, Standards.NONE),
                List.of(reports).stream()
                        .map(it -> Serialization.unmarshal("---\n" + it, ReadinessReportStatus.class))
                        .toList(),
                List.of(),
                new PolicyComposer.EnforcementState(enforcement, new AdmitEnforcement.NoRules()),
                previous);
    }

    private static Condition condition(ReadinessPolicyStatus status, String type) {
        return status.conditions().stream()
                .filter(it -> it.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sumsUpTheVerdictsAndTheMeanScoreFloored() {
        var status = compose(
                "{mode: Enforce, selector: {}}",
                YES,
                "{verdict: Pass, score: 100}",
                "{verdict: Fail, score: 51}",
                "{verdict: Unknown}");

        assertThat(status.targets()).isEqualTo(3);
        assertThat(status.pass()).isEqualTo(1);
        assertThat(status.fail()).isEqualTo(1);
        assertThat(status.unknown()).isEqualTo(1);
        assertThat(status.score()).isEqualTo(75);
    }

    @Test
    void isReadyWithAnyVerdicts() {
        var status = compose("{mode: Enforce, selector: {}}", YES, "{verdict: Fail}");

        assertThat(condition(status, "Ready").status()).isEqualTo(ConditionStatus.True);
        assertThat(condition(status, "Enforced").status()).isEqualTo(ConditionStatus.True);
    }

    @Test
    void isNotReadyWhenTheApiServerWasSeenNotToEnforceIt() {
        var status = compose("{mode: Enforce, selector: {}}", new Enforcement.Refuted("no gate was added"));

        assertThat(condition(status, "Ready").status()).isEqualTo(ConditionStatus.False);
        assertThat(condition(status, "Enforced").message()).contains("no gate was added");
    }

    @Test
    void isNotReadyWithACheckThatMeansNothing() {
        var spec = """
                selector: {}
                checks:
                - {name: healthy, http: {expect: {body: "jsn.status == 'UP'"}}}
                - {name: up, http: {expect: {body: "json.status == 'UP'"}}}
                """;
        var status = compose(spec, YES, "{verdict: Pass}");

        assertThat(condition(status, "Ready").reason()).isEqualTo("InvalidCheck");
        assertThat(status.warnings())
                .containsExactly("healthy: expect.body is no valid expression:"
                        + " undeclared reference to 'jsn' at character 1");
    }

    @Test
    void isNotReadyWhileAStandardIsMissing() {
        var status = compose("{selector: {}, standards: [{name: sre-go-no-go}]}", YES, "{verdict: Unknown}");

        assertThat(condition(status, "Ready").reason()).isEqualTo("MissingStandard");
        assertThat(condition(status, "Ready").status()).isEqualTo(ConditionStatus.False);
        assertThat(condition(status, "Stalled").reason()).isEqualTo("MissingStandard");
        assertThat(condition(status, "Ready").message()).contains("sre-go-no-go: create it");
    }

    @Test
    void isReviewedWhenTheFirstOfItsDeploymentsIs() {
        var status = compose("{selector: {}}", YES, "{nextReview: 2026-05-01}", "{nextReview: 2026-04-01}", "{}");

        assertThat(status.nextReview()).isEqualTo("2026-04-01");
    }

    @Test
    void isUnknownBeforeItWasTried() {
        var status = compose("{mode: Enforce, selector: {}}", new Enforcement.Untried("nothing is gated yet"));

        assertThat(condition(status, "Enforced").status()).isEqualTo(ConditionStatus.Unknown);
        assertThat(condition(status, "Ready").status()).isEqualTo(ConditionStatus.True);
    }

    @Test
    void observingEnforcesNothingAndSaysHowTo() {
        var enforced = condition(compose("{selector: {}}", YES), "Enforced");

        assertThat(enforced.status()).isEqualTo(ConditionStatus.False);
        assertThat(enforced.message()).contains("set mode to Enforce");
    }

    @Test
    void saysWhenItSelectsNoDeployment() {
        assertThat(compose("{selector: {}}", YES).warnings())
                .singleElement()
                .asString()
                .contains("meets no Deployment");
    }

    @Test
    void namesFieldsThatThisVersionDoesNotSupport() {
        var spec = """
                selector: {}
                notifications: [{slack: {secretRef: {name: slack}}}]
                """;

        assertThat(String.join(" ", compose(spec, YES, "{verdict: Pass}").warnings()))
                .contains("Notifications are not");
    }

    @Test
    void aTransitionTimeMovesOnlyWithTheStatus() {
        var before = compose("{mode: Enforce, selector: {}}", YES, "{verdict: Fail}");
        var later = composer(
                        "{mode: Enforce, selector: {}}", YES, Optional.of(before), "{verdict: Pass}", "{verdict: Pass}")
                .compose(NOON.plusSeconds(60));

        assertThat(condition(later, "Ready").message()).contains("2 Deployments");
        assertThat(condition(later, "Ready").lastTransitionTime()).isEqualTo(NOON);
    }
}
