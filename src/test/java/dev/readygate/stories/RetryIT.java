package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A user asks for a retry of a withdrawn release: the cause of its failure was elsewhere. */
@ExtendWith(ClusterExtension.class)
class RetryIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");

    private static App withdrawn(Namespace shop) {
        shop.healthPolicy();
        return shop.deploy("cart", V1).waitUntilVerified().release(SICK).waitUntilWithdrawn();
    }

    private static String revision(App cart) {
        return cart.status().orElseThrow().revision().hash();
    }

    private static App retry(App cart) {
        cart.kubectl("annotate", "readygate.dev/retry=" + revision(cart), "--overwrite");
        return cart;
    }

    @Test
    void isTriedAgainAndVerifiedIfItPasses(Namespace shop) {
        var cart = retry(withdrawn(shop))
                .waitUntil("its pods", it -> !it.podsOf(SICK).isEmpty());

        cart.podsOf(SICK).forEach(it -> cart.now(it, "http", "/health 200"));
        cart.waitUntil("to be verified", it -> {
            it.podsOf(SICK).forEach(pod -> it.now(pod, "http", "/health 200"));
            return it.readyPodsOf(SICK) == 3;
        });

        cart.waitUntilVerified();
        assertThat(cart).isLeftAlone();
    }

    @Test
    void isWithdrawnAgainIfItFailsAgainAndThatWasTheOneAttempt(Namespace shop) {
        var cart = withdrawn(shop);
        var first = cart.bookLine().orElseThrow();

        retry(cart).waitUntil("held once more", it -> isHeldSince(it, first)).waitUntilWithdrawn();

        assertThat(cart).serves(V1, 3).hasNoRevisionOf(SICK).isPausedByReadygate();
        assertThat(cart.news()).containsExactly("Verified", "Withdrawn", "Withdrawn");
        assertThat(cart.deployment().getMetadata().getAnnotations()).doesNotContainKey("readygate.dev/retry");
        cart.staysSo("withdrawn", it -> it.podsOf(SICK).isEmpty());
    }

    private static boolean isHeldSince(App cart, String before) {
        var line = cart.bookLine().orElseThrow();
        return line.contains(" since ") && !line.equals(before);
    }

    @Test
    void aRetryOfAnotherRevisionIsIgnored(Namespace shop) {
        var cart = withdrawn(shop);
        cart.kubectl("annotate", "readygate.dev/retry=5d8f7c", "--overwrite");

        cart.staysSo("withdrawn", it -> it.podsOf(SICK).isEmpty() && it.isPaused());
    }
}
