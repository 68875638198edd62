package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.App;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Obstacle;
import dev.readygate.testing.Release;
import dev.readygate.testing.Witness;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operator is killed during a withdrawal, and the final state does not show it. */
@ExtendWith(ClusterExtension.class)
class KilledOperatorIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.sick("v2");

    /** The step before which it is killed. */
    private static final List<String> STEPS = List.of("hold", "pause", "empty", "remove", "report");

    @Test
    void endsTheSameFromAnyStepItWasKilledBefore(Cluster cluster) {
        cluster.operator().ensureRunning();
        try (var obstacle = new Obstacle(cluster)) {
            var scenes = STEPS.stream().map(it -> StepScene.open(cluster, it)).toList();
            scenes.forEach(it -> it.releaseUpTo(obstacle));
            cluster.operator().kill();
            scenes.forEach(it -> obstacle.take(it.shop()));
            cluster.operator().start();
            scenes.forEach(StepScene::expectItToEndAsIfNothingHadHappened);
        }
    }

    @Test
    void endsTheSameHoweverOftenItIsKilledOnTheWay(Namespace shop) {
        var cart = running(shop);
        try (var witness = cart.witness(V1, V2)) {
            var held = shop.killTheOperatorWhen(GateBook.class, KilledOperatorIT::holds);
            cart.release(V2);
            held.join();
            killedOnceMore(
                    shop, Deployment.class, it -> Objects.equals(it.getSpec().getPaused(), true));
            killedOnceMore(shop, ReplicaSet.class, it -> it.getSpec().getReplicas() == 0);
            shop.operator().start();
            expectWithdrawnInSilence(cart.waitUntilWithdrawn(), witness);
        }
    }

    private static boolean holds(GateBook book) {
        return book.getSpec().deployments().values().stream().anyMatch(it -> it.contains(" since "));
    }

    private static <T extends io.fabric8.kubernetes.api.model.HasMetadata> void killedOnceMore(
            Namespace shop, Class<T> kind, Predicate<T> seen) {
        var killed = shop.killTheOperatorWhen(kind, seen);
        shop.operator().begin();
        killed.join();
    }

    private static App running(Namespace shop) {
        shop.healthPolicy();
        return shop.deploy("cart", V1).waitUntilVerified();
    }

    private static void expectWithdrawnInSilence(App cart, Witness witness) {
        assertThat(cart)
                .serves(V1, 3)
                .hasNoPodsOf(V2)
                .hasNoRevisionOf(V2)
                .isPausedByReadygate()
                .isReported(Phase.Withdrawn)
                .toldOnce("Withdrawn");
        assertThat(witness.fewestOldReady())
                .as("old pods that served all along")
                .isEqualTo(3);
        assertThat(witness.mostNewReady()).as("new pods that ever served").isZero();
    }

    /** One namespace in which the operator gets as far as one step, and no further. */
    private record StepScene(Namespace shop, App cart, Witness witness, String step) {
        static StepScene open(Cluster cluster, String step) {
            var shop = cluster.namespace(Map.of());
            var cart = running(shop);
            return new StepScene(shop, cart, cart.witness(V1, V2), step);
        }

        void releaseUpTo(Obstacle obstacle) {
            obstacle.put(step, shop);
            cart.release(V2);
            Awaitility.await(step + " to be refused")
                    .until(() -> !shop.refusedWritesOfTheOperator().isEmpty());
        }

        void expectItToEndAsIfNothingHadHappened() {
            cart.waitUntilWithdrawn();
            expectWithdrawnInSilence(cart, witness);
            witness.close();
            shop.close();
        }
    }
}
