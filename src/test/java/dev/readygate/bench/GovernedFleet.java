package dev.readygate.bench;

import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.testing.App;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import dev.readygate.testing.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        Awaitility.await("all of %s to be verified".formatted(namespace.name()))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> reports().filter(it -> isVerified(it, release)).count() == names.size());
    }

    private Stream<ReadinessReportStatus> reports() {
        return namespace
                .client()
                .resources(ReadinessReport.class)
                .inNamespace(namespace.name())
                .list()
                .getItems()
                .stream()
                .map(ReadinessReport::getStatus)
                .filter(Objects::nonNull);
    }

    private static boolean isVerified(ReadinessReportStatus report, Release release) {
        return report.revision() != null
                && report.revision().images().equals(List.of(release.image()))
                && App.isReady(report);
    }

    long writes() {
        return cluster.audit().writesOfTheOperator(namespace.name()).size();
    }
}
