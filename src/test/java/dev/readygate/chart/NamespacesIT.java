package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy readygate-namespaces on a real API server. */
@ExtendWith(ClusterExtension.class)
class NamespacesIT {
    private static final String POLICY = """
            apiVersion: readygate.dev/v1alpha1
            kind: ReadinessPolicy
            metadata: {name: everything}
            spec:
              mode: Enforce
              selector: {}
              rollout: {onFailure: Hold}
              checks: [{name: never, gate: Serve, http: {path: /never}}]
            """;

    /** A user with the right to write policies there could hold the cluster's DNS, or the operator itself. */
    @ParameterizedTest
    @ValueSource(strings = {"kube-system", "readygate"})
    void takesNoPolicyWhereNothingIsGated(String namespace, Cluster cluster) {
        assertThatThrownBy(() -> cluster.run(
                        "kubectl", "create", "--namespace", namespace, "--filename", ChartManifests.inAFile(POLICY)))
                .hasMessageContaining("Nothing is gated in this namespace");
    }
}
