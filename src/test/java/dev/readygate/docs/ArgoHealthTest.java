package dev.readygate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every branch of the health scripts of docs/examples/argocd; ArgoHealthIT runs them on live objects. */
class ArgoHealthTest {
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cart, generation: 4}
            spec: {replicas: 3}
            status: {observedGeneration: 4, replicas: 3, updatedReplicas: 3, availableReplicas: 3}
            """;

    @Test
    void aDeploymentIsHealthyWhenItHasRolledOut() {
        assertThat(of(DEPLOYMENT)).isEqualTo(new ArgoHealth("Healthy", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "observedGeneration: 4 | observedGeneration: 3 | Kubernetes is taking in the newest change",
                "updatedReplicas: 3    | updatedReplicas: 1    | 1 of 3 pods are of the new revision",
                "replicas: 3, updated  | replicas: 4, updated  | pods of the old revision are going",
                "availableReplicas: 3  | availableReplicas: 2  | 2 of 3 pods are available; see the ReadinessReport",
                "'status: {obs'        | 'was: {obs'           | Kubernetes is taking in the newest change"
            })
    void aDeploymentProgressesUntilThen(String from, String to, String message) {
        assertThat(of(DEPLOYMENT.replace(from, to))).isEqualTo(new ArgoHealth("Progressing", message));
    }

    @Test
    void aDeploymentOutOfTimeIsDegraded() {
        var late = """
                status: {conditions: [
                    {type: Available, status: "True", reason: MinimumReplicasAvailable},
                    {type: Progressing, status: "False", reason: ProgressDeadlineExceeded, message: too late}],""";

        assertThat(of(DEPLOYMENT.replace("status: {", late))).isEqualTo(new ArgoHealth("Degraded", "too late"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "generation-4 waits at gate Start; its ReadinessReport says for what | Suspended",
                "revision 5d8f7c withdrawn: healthy: GET /health answered 503        | Degraded",
                "generationless                                                      | Degraded"
            })
    void aPausedDeploymentShowsTheAnnotationHeld(String held, String status) {
        assertThat(of(paused("annotations: {readygate.dev/held: \"%s\"}".formatted(held))))
                .isEqualTo(new ArgoHealth(status, held));
    }

    @Test
    void aPauseOfAUserIsNotReadygates() {
        assertThat(of(paused("annotations: {other: note}")))
                .isEqualTo(new ArgoHealth("Suspended", "paused by a person"));
        assertThat(of(paused("labels: {a: b}"))).isEqualTo(new ArgoHealth("Suspended", "paused by a person"));
    }

    private static String paused(String metadata) {
        return DEPLOYMENT
                .replace("name: cart", "name: cart, " + metadata)
                .replace("replicas: 3}", "replicas: 3, paused: true}");
    }

    @ParameterizedTest
    @CsvSource({"True, 2, Healthy", "False, 2, Degraded", "Unknown, 2, Progressing", "True, 1, Progressing"})
    void aPolicyIsAsReadyAsTheOperatorFoundItsNewestGeneration(String ready, int seen, String status) {
        for (var kind : new String[] {"ReadinessPolicy", "ClusterReadinessPolicy"}) {
            assertThat(of("""
                    apiVersion: readygate.dev/v1alpha1
                    kind: %s
                    metadata: {name: shop, generation: 2}
                    status: {conditions: [
                        {type: Enforced, status: "False", observedGeneration: 2},
                        {type: Ready, status: "%s", observedGeneration: %d, message: because}]}
                    """.formatted(kind, ready, seen)).status()).isEqualTo(status);
        }
    }

    @Test
    void anObjectWithoutAStatusProgresses() {
        var fresh = "{apiVersion: readygate.dev/v1alpha1, kind: KIND, metadata: {name: cart, generation: 1}}";
        assertThat(of(fresh.replace("KIND", "ReadinessPolicy")).status()).isEqualTo("Progressing");
        assertThat(of(fresh.replace("KIND", "ReadinessReport")).status()).isEqualTo("Progressing");
    }

    @ParameterizedTest
    @CsvSource({
        "Idle, True, Ready, Healthy",
        "Start, False, Reconciling, Suspended",
        "Start, False, Stalled, Suspended",
        "Serve, False, Reconciling, Progressing",
        "Stay, False, Reconciling, Progressing",
        "Serve, False, Stalled, Degraded",
        "Withdrawn, False, Stalled, Degraded",
        "Idle, Unknown, Ready, Unknown"
    })
    void aReportIsAsItsConditionsSay(String phase, String ready, String also, String status) {
        assertThat(of("""
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessReport
                metadata: {name: cart, generation: 1}
                status:
                  phase: %s
                  conditions:
                  - {type: %s, status: "True", message: because}
                  - {type: Ready, status: "%s", message: because}
                """.formatted(phase, also, ready))).isEqualTo(new ArgoHealth(status, "because"));
    }

    private static ArgoHealth of(String yaml) {
        return ArgoHealth.of(Serialization.unmarshal("---\n" + yaml, JsonNode.class));
    }
}
