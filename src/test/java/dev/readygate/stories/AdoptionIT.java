package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A revision that runs when Readygate comes is adopted as it is, and a new Deployment is not held, because it has
 * no baseline.
 */
@ExtendWith(ClusterExtension.class)
class AdoptionIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");
    private static final Release SICK = Release.sick("v1");

    @Test
    void aPolicyOverARunningDeploymentGatesNoPodOfIt(Namespace shop) {
        var cart = shop.deploy("cart", SICK).waitUntil("to run", it -> it.isRolledOut());

        shop.healthPolicy().waitUntilEnforced();

        cart.waitUntilReported("unproven", it -> it.baseline().unproven());
        cart.scale(4).deleteAllPods().waitUntil("to be back", it -> it.readyPodsOf(SICK) == 4);
        assertThat(cart).hasNoGatesOn(SICK).isLeftAlone().isSaidToBe("Unproven");
    }

    @Test
    void anUnprovenBaselineIsProvenOnceItPasses(Namespace shop) {
        var cart = shop.deploy("cart", SICK).waitUntil("to run", it -> it.isRolledOut());
        shop.healthPolicy().waitUntilEnforced();
        cart.waitUntilReported("unproven", it -> it.baseline().unproven());

        cart.allPodsNow("http", "/health 200").waitUntilVerified();

        assertThat(cart.status().orElseThrow().baseline().unproven()).isFalse();
    }

    @Test
    void turningObserveIntoEnforceGatesNothing(Namespace shop) {
        shop.healthPolicy("Observe");
        var cart = shop.deploy("cart", SICK)
                .waitUntilReported("a score", it -> Integer.valueOf(0).equals(it.score()));
        cart.waitUntil("to run", it -> it.isRolledOut());

        shop.healthPolicy("Enforce").waitUntilEnforced();

        cart.deleteAllPods().waitUntil("to be back", it -> it.readyPodsOf(SICK) == 3);
        assertThat(cart).hasNoGatesOn(SICK).isLeftAlone();
    }

    @Test
    void aFirstRevisionIsScoredAndNotGated(Namespace shop) {
        shop.healthPolicy();

        var cart = shop.deploy("cart", SICK).waitUntil("to serve", it -> it.readyPodsOf(SICK) == 3);

        cart.waitUntilReported("a score", it -> Integer.valueOf(0).equals(it.score()));
        assertThat(cart).hasNoGatesOn(SICK).isLeftAlone();
    }

    @Test
    void deletedAndMadeAgainIsAFirstRevision(Namespace shop) {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();

        cart.delete().release(SICK);

        cart.waitUntil("to serve", it -> it.readyPodsOf(SICK) == 3)
                .waitUntilReported("a score", it -> Integer.valueOf(0).equals(it.score()));
        assertThat(cart).isLeftAlone();
    }

    @Test
    void madeAgainWhileTheOperatorWasDownIsAFirstRevision(Namespace shop) {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        var gone = shop.deploy("gone", V1).waitUntilVerified();
        shop.operator().kill();

        cart.delete().release(V2);
        gone.delete();
        shop.operator().start();

        cart.waitUntilVerified();
        assertThat(cart).serves(V2, 3).isLeftAlone();
        gone.waitUntil("its line to leave the book", it -> it.bookLine().isEmpty());
    }
}
