package dev.readygate.cluster.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolloutTargetsTest {

    private static GenericKubernetesResource rollout(String spec, String status) {
        return Serialization.unmarshal("""
                apiVersion: argoproj.io/v1alpha1
                kind: Rollout
                metadata: {name: release, namespace: shop}
                spec: %s
                status: %s
                """.formatted(spec, status), GenericKubernetesResource.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{workloadRef: {apiVersion: apps/v1, kind: Deployment, name: cart, scaleDown: never}}",
                "{targetRef: {apiVersion: apps/v1, kind: Deployment, name: cart}, analysis: {interval: 1m}}",
                "{objectRef: {workloadRef: {apiVersion: apps/v1, kind: Deployment, name: cart}}}",
            })
    void itNamesTheDeploymentBeforeAndAfterTheTrim(String spec) {
        var rollout = rollout(spec, "{phase: Healthy}");

        assertThat(RolloutTargets.deployment(rollout)).contains("cart");
        var trimmed = RolloutTargets.trim(rollout);
        assertThat(RolloutTargets.deployment(trimmed)).contains("cart");
        assertThat(RolloutTargets.trim(trimmed)).isEqualTo(trimmed);
    }

    /** Who may create a Rollout may not write its status. */
    @Test
    void withoutAStatusNoControllerActsOnIt() {
        var spec = "{workloadRef: {apiVersion: apps/v1, kind: Deployment, name: cart}}";

        assertThat(RolloutTargets.deployment(rollout(spec, "{}"))).isEmpty();
        assertThat(RolloutTargets.deployment(rollout(spec, "null"))).isEmpty();
        assertThat(RolloutTargets.deployment(RolloutTargets.trim(rollout(spec, "{}"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{workloadRef: {apiVersion: apps.kruise.io/v1alpha1, kind: CloneSet, name: cart}}",
                "{disabled: true, workloadRef: {apiVersion: apps/v1, kind: Deployment, name: cart}}",
                "{template: {spec: {}}}",
                "{workloadRef: cart}",
                "{workloadRef: {kind: Deployment, name: {}}}",
            })
    void anythingElseIsOfNoDeployment(String spec) {
        assertThat(RolloutTargets.deployment(rollout(spec, "{phase: Healthy}"))).isEmpty();
    }
}
