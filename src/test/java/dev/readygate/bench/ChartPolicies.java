package dev.readygate.bench;

import dev.readygate.testing.Cluster;
import java.time.Duration;
import org.awaitility.Awaitility;

/** The chart's admission policies. */
record ChartPolicies(Cluster cluster) {

    /** Deletes the bindings, and returns when the API server no longer gates a pod. */
    void remove(BenchNamespace governed) {
        cluster.run("kubectl", "delete", "mutatingadmissionpolicybindings,validatingadmissionpolicybindings", "--all");
        Awaitility.await("the API server to do without the policies")
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !governed.createsGatedPods());
    }
}
