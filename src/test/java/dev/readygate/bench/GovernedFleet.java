package dev.readygate.bench;

import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import dev.readygate.testing.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** A namespace of Deployments under one policy. */
final class GovernedFleet {
    private final Namespace namespace;
    private final List<String> names;
    private final Cluster cluster;

    GovernedFleet(Cluster cluster, String name, int size) {
        this.cluster = cluster;
        this.namespace = cluster.unobserved(name);
        this.names = IntStream.range(0, size).mapToObj(it -> "app-" + it).toList();
        namespace.policy("health", """
                mode: Enforce
                selector: {}
                rollout: {soak: 0s, onFailure: Withdraw}
                checks: [{name: healthy, required: true, gate: Serve, every: 30s, http: {path: /health}}]
                """);
    }

    void release(Release release) {
        names.forEach(it -> namespace.deploy(it, Shape.of(1), release));
    }

    void waitUntilVerified(Release release) {
        waitUntil(
                "all to be verified",
                it -> it.revision() != null && it.revision().images().equals(List.of(release.image())) && isReady(it));
    }

    private void waitUntil(String what, Predicate<ReadinessReportStatus> holds) {
        Awaitility.await(namespace.name() + ": " + what)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> reports().stream()
                                .map(ReadinessReport::getStatus)
                                .flatMap(it -> Optional.ofNullable(it).stream())
                                .filter(holds)
                                .count()
                        == names.size());
    }

    private List<ReadinessReport> reports() {
        return namespace
                .client()
                .resources(ReadinessReport.class)
                .inNamespace(namespace.name())
                .list()
                .getItems();
    }

    private static boolean isReady(ReadinessReportStatus status) {
        return status.conditions().stream()
                .anyMatch(it -> it.type().equals("Ready") && it.status().name().equals("True"));
    }

    long writes() {
        return cluster.audit().writesOfTheOperator(namespace.name()).size();
    }
}
