package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real API server accepts the rendered chart; it also compiles the policies' expressions. */
@ExtendWith(ClusterExtension.class)
class ChartOnClusterIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admission.mutating=on",
                "admission.mutating=off",
                "watchNamespaces={readygate,default}",
                "replicaCount=3,networkPolicy.enabled=true",
                "podDisruptionBudget.enabled=true,logging.format=json",
            })
    void isAccepted(String values, Cluster cluster) {
        var manifest = ChartManifests.inAFile(
                new Helm(cluster).render("crds.install=false", values).text());
        assertThat(cluster.run(
                        "kubectl", "apply", "--server-side", "--force-conflicts", "--dry-run=server", "-f", manifest))
                .contains("deployment.apps/readygate");
    }

    @Test
    void runsInANamespaceThatEnforcesTheRestrictedStandard(Cluster cluster) {
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName("restricted")
                .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                .endMetadata()
                .build();
        cluster.client().resource(namespace).create();
        var pod = cluster.client().pods().inNamespace("restricted").resource(operatorPod(cluster));
        assertThat(pod.dryRun(true).create()).isNotNull();
    }

    private static Pod operatorPod(Cluster cluster) {
        var spec = new Helm(cluster).render().podSpec().toString();
        return new PodBuilder()
                .withNewMetadata()
                .withName("operator")
                .endMetadata()
                .withSpec(new KubernetesSerialization().unmarshal(spec, PodSpec.class))
                .editSpec()
                .withServiceAccountName("default")
                .endSpec()
                .build();
    }
}
