package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.facts.Workload.Desired;
import dev.readygate.policy.EffectivePolicy;
import dev.readygate.policy.Policy;
import dev.readygate.policy.Resolving;
import dev.readygate.policy.Standards;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostsTest {
    private static final String GATED = "checks: [{name: healthy, gate: Serve, tcp: {}}]";
    private static final String STEPS =
            "rollout: {steps: [{share: 5%, for: 15m}, {share: 50%, for: 2m}, {share: 100%}]}";

    private static List<String> costs(Desired desired, String... lines) {
        var said = String.join("\n", lines);
        var yaml = "---\nselector: {}\n" + (said.contains("mode:") ? said : "mode: Enforce\n" + said);
        var policy = new Policy(
                new PolicyRef("ReadinessPolicy", "shop", 1L),
                "p-1",
                Instant.EPOCH,
                Serialization.unmarshal(yaml, ReadinessPolicySpec.class));
        var agreement = EffectivePolicy.of(List.of(Resolving.of(policy, Standards.NONE)));
        return Costs.of(agreement, desired).toList();
    }

    private static Desired rolling(int replicas, int maxUnavailable) {
        return new Desired(replicas, false, maxUnavailable, 1, false);
    }

    @Test
    void whereAllPodsStayThereIsNothingToSay() {
        assertThat(costs(rolling(10, 0), GATED)).isEmpty();
    }

    @Test
    void podsThatMayBeMissingAreCounted() {
        assertThat(costs(rolling(10, 2), GATED))
                .singleElement()
                .asString()
                .contains("8 of 10 pods are sure to serve", "maxUnavailable: 0");
    }

    @Test
    void recreatingLeavesNoPodAndTakesNoSteps() {
        assertThat(costs(new Desired(3, false, 3, 0, true), GATED, STEPS))
                .satisfiesExactly(
                        it -> assertThat(it).contains("nobody serves"),
                        it -> assertThat(it).isEqualTo("Steps are skipped with strategy Recreate."));
    }

    @Test
    void onePodCannotBeShared() {
        assertThat(costs(new Desired(1, false, 0, 1, false, false, Duration.ofHours(1)), GATED, STEPS))
                .containsExactly("Steps are skipped with 1 replica.");
    }

    @Test
    void aShareSmallerThanAPodIsAPod() {
        assertThat(costs(new Desired(3, false, 0, 1, false, false, Duration.ofHours(1)), GATED, STEPS))
                .containsExactly("Step 5% is 1 of 3 pods, as pods only come whole.");
        assertThat(costs(new Desired(20, false, 0, 1, false, false, Duration.ofHours(1)), GATED, STEPS))
                .isEmpty();
    }

    @Test
    void aStepThatKubernetesDoesNotWaitForIsTold() {
        assertThat(costs(rolling(20, 0), GATED, STEPS))
                .singleElement()
                .asString()
                .contains("Step 5% is watched for 15m", "after 600 s", "progressDeadlineSeconds to 960");
    }

    @Test
    void nothingIsHeldWithoutPodsOrGate() {
        assertThat(costs(rolling(0, 0), GATED, STEPS)).isEmpty();
        assertThat(costs(rolling(10, 2), "checks: [{name: healthy, tcp: {}}]")).isEmpty();
        assertThat(costs(rolling(10, 2), GATED.replace("checks", "mode: Observe\nchecks")))
                .isEmpty();
    }
}
