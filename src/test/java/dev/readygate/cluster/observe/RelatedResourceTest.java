package dev.readygate.cluster.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.cluster.facts.PlainObjects;
import dev.readygate.cluster.observe.RelatedResource.Aim;
import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelatedResourceTest {
    private static final KubernetesSerialization JSON = new KubernetesSerialization();
    private static final Aim CART =
            new Aim(new DeploymentRef("shop", "cart", "uid"), Map.of("app", "cart", "tier", "web"), "cart-runner");

    private static Map<String, Object> plain(String yaml) {
        return PlainObjects.neighbour(Serialization.unmarshal("---\n" + yaml, GenericKubernetesResource.class), JSON);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    DisruptionBudget | {selector: {matchLabels: {app: cart}}}                                        | true
                    DisruptionBudget | {selector: {matchLabels: {app: other}}}                                       | false
                    DisruptionBudget | {selector: {matchExpressions: [{key: tier, operator: In, values: [web]}]}}    | true
                    DisruptionBudget | {selector: {matchExpressions: [{key: tier, operator: DoesNotExist}]}}         | false
                    DisruptionBudget | {selector: {}}                                                                | true
                    DisruptionBudget | {maxUnavailable: 1}                                                           | false
                    Autoscaler       | {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: cart}}         | true
                    Autoscaler       | {scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: cart}}        | false
                    Autoscaler       | {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: cart-2}}       | false
                    Service          | {selector: {app: cart}}                                                       | true
                    Service          | {selector: {app: cart, tier: db}}                                             | false
                    Service          | {ports: [{port: 80}]}                                                         | false
                    NetworkPolicy    | {podSelector: {matchLabels: {tier: web}}}                                     | true
                    NetworkPolicy    | {podSelector: {}}                                                             | true
                    NetworkPolicy    | {podSelector: {matchLabels: {tier: db}}}                                      | false
                    """)
    void saysWhichDeploymentItConcerns(RelatedResource kind, String spec, boolean meansCart) {
        var object = plain("{kind: Any, apiVersion: any/v1, metadata: {name: it}, spec: %s}".formatted(spec));

        assertThat(kind.concerns(object, "it", CART)).isEqualTo(meansCart);
    }

    @Test
    void aServiceAccountIsMeantByItsName() {
        var account = plain("{kind: ServiceAccount, apiVersion: v1, metadata: {name: cart-runner}}");

        assertThat(RelatedResource.ServiceAccount.concerns(account, "cart-runner", CART))
                .isTrue();
        assertThat(RelatedResource.ServiceAccount.concerns(account, "default", CART))
                .isFalse();
    }

    @Test
    void ofABudgetTheCountsAreKeptAndNothingThatOnlyToolsRead() {
        var budget = plain("""
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: cart
                  resourceVersion: "7"
                  managedFields: [{manager: me}]
                  annotations: {kubectl.kubernetes.io/last-applied-configuration: "{}", kept: "1"}
                spec: {minAvailable: 2}
                status: {disruptionsAllowed: 1, expectedPods: 3, conditions: [{type: DisruptionAllowed}]}
                """);

        assertThat(budget)
                .containsEntry("metadata", Map.of("name", "cart", "annotations", Map.of("kept", "1")))
                .containsEntry("spec", Map.of("minAvailable", 2L))
                .containsEntry("status", Map.of("disruptionsAllowed", 1L, "expectedPods", 3L));
    }

    @Test
    void ofAnAutoscalerNoStatusIsKept() {
        var autoscaler = plain("""
                {apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: cart},
                 spec: {maxReplicas: 3}, status: {currentReplicas: 2}}
                """);

        assertThat(autoscaler).doesNotContainKey("status");
    }

    @Test
    void ofADeploymentEverythingIsKeptButStatusAndBookkeeping() {
        var deployment = PlainObjects.deployment(Serialization.unmarshal("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: cart, generation: 3, managedFields: [{manager: me}]}
                spec: {replicas: 2, template: {metadata: {creationTimestamp: null}, spec: {containers: [{name: app, env: []}]}}}
                status: {replicas: 2}
                """, GenericKubernetesResource.class), JSON);

        assertThat(deployment)
                .containsOnlyKeys("apiVersion", "kind", "metadata", "spec")
                .containsEntry("metadata", Map.of("name", "cart", "generation", 3L))
                .containsEntry(
                        "spec",
                        Map.of(
                                "replicas",
                                2L,
                                "template",
                                Map.of(
                                        "metadata",
                                        Map.of(),
                                        "spec",
                                        Map.of(
                                                "containers",
                                                java.util.List.of(
                                                        Map.of("name", "app", "env", java.util.List.of()))))));
    }
}
