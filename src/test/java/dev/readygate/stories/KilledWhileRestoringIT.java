package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.App;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Obstacle;
import dev.readygate.testing.Release;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operator is killed during a rollback, and afterwards the user's template is declared as before. */
@ExtendWith(ClusterExtension.class)
class KilledWhileRestoringIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");

    /** The step before which it is killed. */
    private static final List<String> STEPS =
            List.of("hold", "restore", "put-back", "give-back", "forget", "remove", "report");

    @Test
    void endsTheSameFromAnyStepItWasKilledBefore(Cluster cluster) {
        cluster.operator().ensureRunning();
        try (var obstacle = new Obstacle(cluster)) {
            var scenes =
                    STEPS.stream().map(it -> RestoreScene.open(cluster, it)).toList();
            scenes.forEach(it -> it.turnBadUpTo(obstacle));
            cluster.operator().kill();
            scenes.forEach(it -> obstacle.take(it.shop()));
            cluster.operator().start();
            scenes.forEach(RestoreScene::expectItToEndAsIfNothingHadHappened);
        }
    }

    private record RestoreScene(Namespace shop, App cart, Map<String, JsonNode> owners, String step) {
        static RestoreScene open(Cluster cluster, String step) {
            var shop = cluster.namespace(Map.of());
            shop.policy("careful", """
                    mode: Enforce
                    selector: {}
                    rollout: {onFailure: Rollback, soak: 1h}
                    checks:
                    - {name: healthy, gate: Serve, required: true, every: 1s, timeout: 1s, failAfter: 2, http: {path: /health}}
                    """);
            var cart = shop.deploy("cart", V1)
                    .waitUntilVerified()
                    .release(V2)
                    .waitUntilReported("under all traffic", it -> it.phase() == Phase.Stay);
            return new RestoreScene(shop, cart, cart.declaration().ownersOfTheTemplate(), step);
        }

        void turnBadUpTo(Obstacle obstacle) {
            obstacle.put(step, shop);
            cart.allPodsNow("http", "/health 503");
            Awaitility.await(step + " to be refused")
                    .until(() -> !shop.refusedWritesOfTheOperator().isEmpty());
        }

        void expectItToEndAsIfNothingHadHappened() {
            cart.waitUntilWithdrawn();
            cart.waitUntil("all of it", it -> it.revisionsOf(V2).isEmpty());
            assertThat(cart).serves(V1, 3).hasNoPodsOf(V2).isPausedByReadygate().toldOnce("Withdrawn");
            assertThat(cart.declaration().isOf(V2)).as(step).isTrue();
            assertThat(cart.declaration().ownersOfTheTemplate()).as(step).isEqualTo(owners);
            assertThat(shop.book().orElseThrow().getSpec().refused()).as(step).isEmpty();
            shop.close();
        }
    }
}
