package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.App;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import dev.readygate.testing.Replica;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two replicas, of which one acts: the one that acted before the other started. */
@ExtendWith(ClusterExtension.class)
class LeaderIT {
    private static final Release V1 = Release.good("v1");
    /** Starts so slowly that the rollout can be interrupted. */
    private static final Release V2 = Release.good("v2").with("SIM_START", "2s");

    private static final Release V3 = Release.good("v3");

    @Test
    void theStandbyWritesNothingUntilTheLeaderDiesAndThenFinishesItsRollout(Cluster cluster, TestReporter told) {
        cluster.operator().kill();
        try (var leader = cluster.replica("readygate-0");
                var standby = cluster.replica("readygate-1");
                var shop = cluster.namespace(Map.of())) {
            var cart = ledBy(leader, standby, shop);
            assertThat(shop.credentialsOfWrites()).isNotEmpty().containsOnly(leader.credential());

            goHalfWay(cart);
            leader.operator().kill();
            var took = timeUntil(cart::waitUntilVerified);

            told.publishEntry("taken over and finished after", took.toString());
            assertThat(cart).serves(V2, 3);
            assertThat(shop.credentialsOfWrites()).contains(standby.credential());
        }
    }

    /** It believes that it leads, and its facts are outdated. */
    @Test
    void aLeaderThatComesBackFromAStandstillEndsAndHarmsNothing(Cluster cluster) {
        cluster.operator().kill();
        try (var leader = cluster.replica("readygate-2");
                var standby = cluster.replica("readygate-3");
                var shop = cluster.namespace(Map.of())) {
            var cart = ledBy(leader, standby, shop);

            goHalfWay(cart);
            leader.operator().freeze();
            cart.waitUntilVerified();
            cart.release(V3).waitUntilVerified();
            leader.operator().thaw();

            Awaitility.await("the old leader to end").until(leader.operator()::hasEnded);
            assertThat(cart.waitUntilVerified()).serves(V3, 3).isLeftAlone();
        }
    }

    private static App ledBy(Replica leader, Replica standby, Namespace shop) {
        leader.operator().start();
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        standby.operator().start();
        return cart;
    }

    private static void goHalfWay(App cart) {
        cart.release(V2).waitUntil("to be half way", it -> it.readyPodsOf(V2) > 0 && it.readyPodsOf(V2) < 3);
    }

    private static Duration timeUntil(Runnable done) {
        var begin = Instant.now();
        done.run();
        return Duration.between(begin, Instant.now());
    }
}
