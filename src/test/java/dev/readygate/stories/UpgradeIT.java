package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.App;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.FaultCells;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Another version led, with a release in every phase; then this one leads. No hold is released, added or written
 * twice, and each release goes on from its phase. Runs with {@code --faults -Dreadygate.before=JAR}, the
 * quarkus-run.jar of that version.
 */
@ExtendWith(ClusterExtension.class)
@Tag(FaultCells.ALL)
@EnabledIfSystemProperty(named = "readygate.before", matches = ".+")
class UpgradeIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");
    private static final Release SICK = Release.sick("v2");
    private static final Release ENDLESS = Release.good("v2").with("SIM_START", "1h");
    private static final Release V3 = Release.good("v3");
    private static final String HEALTHY =
            "{name: healthy, gate: Serve, every: 1s, timeout: 1s, failAfter: 2, http: {path: /health}}";

    @Test
    void goesOnFromEveryPhase(Cluster cluster) {
        List<App> phases;
        List<List<String>> left;
        try (var _ = cluster.operatorFrom(Path.of(System.getProperty("readygate.before")))) {
            phases = List.of(
                    verified(cluster),
                    serving(cluster),
                    held(cluster),
                    withdrawn(cluster),
                    soaking(cluster),
                    restored(cluster),
                    waiting(cluster));
            left = phases.stream().map(UpgradeIT::enforced).toList();
        }

        var now = cluster.operator();
        now.ensureRunning();
        Awaitility.await("a look at each").until(() -> looks(now.get("/q/metrics")) >= phases.size());
        assertThat(phases.stream().map(UpgradeIT::enforced)).isEqualTo(left);

        phases.forEach(it -> it.release(V3));
        approve(phases.getLast());
        phases.forEach(it -> it.waitUntil("V3 to serve alone", UpgradeIT::servesV3));
        phases.forEach(it -> it.namespace().close());
    }

    /** The enforced state of each app: resourceVersions show every write. */
    private static List<String> enforced(App app) {
        var objects = Stream.concat(Stream.<HasMetadata>of(app.deployment()), app.namespace().book().stream());
        return Stream.concat(objects, app.pods().stream())
                .map(it -> it.getKind() + " " + it.getMetadata().getName() + " "
                        + it.getMetadata().getResourceVersion())
                .toList();
    }

    private static boolean servesV3(App app) {
        return app.readyPodsOf(V3) == 3 && app.readyPods().size() == 3;
    }

    private static double looks(String metrics) {
        return metrics.lines()
                .filter(it -> it.startsWith("readygate_reconcile_seconds_count"))
                .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' '))))
                .sum();
    }

    private static App first(Cluster cluster, String rollout, String checks) {
        var shop = cluster.namespace(Map.of());
        var policy = shop.policy("health", """
                mode: Enforce
                selector: {}
                rollout: {%s}
                checks: [%s]
                """.formatted(rollout, checks));
        var app = shop.deploy("cart", V1).waitUntilVerified();
        policy.waitUntilEnforced();
        return app;
    }

    private static App verified(Cluster cluster) {
        return first(cluster, "soak: 0s, onFailure: Withdraw", HEALTHY);
    }

    private static App serving(Cluster cluster) {
        return first(cluster, "soak: 0s, onFailure: Withdraw", HEALTHY)
                .release(ENDLESS)
                .waitUntilReported("to serve", it -> it.phase() == Phase.Serve);
    }

    private static App held(Cluster cluster) {
        return first(cluster, "soak: 0s, onFailure: Hold", HEALTHY)
                .release(SICK)
                .waitUntil("the news", it -> it.news().contains("Held"));
    }

    private static App withdrawn(Cluster cluster) {
        return first(cluster, "soak: 0s, onFailure: Withdraw", HEALTHY)
                .release(SICK)
                .waitUntilWithdrawn();
    }

    private static App soaking(Cluster cluster) {
        return first(cluster, "soak: 1h, onFailure: Withdraw", HEALTHY)
                .release(V2)
                .waitUntilReported("soaking", it -> it.phase() == Phase.Stay);
    }

    private static App restored(Cluster cluster) {
        var app = first(cluster, "soak: 1h, onFailure: Rollback", HEALTHY)
                .release(V2)
                .waitUntilReported("soaking", it -> it.phase() == Phase.Stay);
        return app.allPodsNow("http", "/health 503").waitUntilWithdrawn();
    }

    private static App waiting(Cluster cluster) {
        var approval = "{name: signed-off, gate: Start, approval: {groups: [managers]}}";
        return first(cluster, "soak: 0s, onFailure: Withdraw", HEALTHY + ", " + approval)
                .release(V2)
                .waitUntilReported("to wait", it -> it.phase() == Phase.Start);
    }

    private static void approve(App waiting) {
        waiting.waitUntilReported("V3 to wait", it -> it.revision().images().contains(V3.image()));
        var revision = waiting.status().orElseThrow().revision().hash();
        Namespace shop = waiting.namespace();
        shop.colleague("boris", "managers")
                .states(
                        "decided",
                        "{type: signed-off, outcome: Pass, about: {deployment: cart, revision: %s}}"
                                .formatted(revision));
    }
}
