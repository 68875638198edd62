package dev.readygate.bench;

import dev.readygate.testing.Cluster;
import java.time.Duration;
import org.awaitility.Awaitility;

/** The chart's admission policies. */
record ChartPolicies(Cluster cluster) {

    /** Deletes their bindings, so that the API server stops evaluating them; a pod without a gate shows when. */
    void remove(BenchNamespace governed) {
        cluster.run("kubectl", "delete", "mutatingadmissionpolicybindings,validatingadmissionpolicybindings", "--all");
        Awaitility.await("the API server to do without the policies")
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !governed.createsGatedPods());
    }
}
