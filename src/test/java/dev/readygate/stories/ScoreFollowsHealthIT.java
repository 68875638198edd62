package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import dev.readygate.testing.WaitLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ClusterExtension.class)
class ScoreFollowsHealthIT {
    private static final Release V1 = Release.good("v1");

    @Test
    void onePodThatTurnsBadLowersTheScoreAndItRecovers(Namespace shop, TestReporter told) throws Exception {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();

        var fell = timeUntilScoreIs(0, cart, () -> cart.onePodNow("http", "/health 503"));
        var rose = timeUntilScoreIs(100, cart, () -> cart.allPodsNow("http", "/health 200"));

        told.publishEntry(Map.of("fell after", fell.toString(), "rose after", rose.toString()));
    }

    @Test
    void servingPodsAreNeverRemovedBecauseTheScoreFell(Namespace shop) throws Exception {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();

        timeUntilScoreIs(0, cart, () -> cart.allPodsNow("http", "/health 503"));

        cart.staysSo("served", it -> it.readyPodsOf(V1) == 3 && !it.isPaused());
        assertThat(cart.status().orElseThrow().checks().getFirst().message())
                .contains("GET /health answered 503", "of 3 pods, expected 200-299");
    }

    private static Duration timeUntilScoreIs(int score, App app, Runnable change) throws Exception {
        var seen = app.namespace().scoreOf(app.name(), score);
        var begin = Instant.now();
        change.run();
        return Duration.between(begin, seen.get(WaitLimit.LONGEST.toSeconds(), TimeUnit.SECONDS));
    }
}
