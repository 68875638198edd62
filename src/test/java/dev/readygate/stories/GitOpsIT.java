package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.GitOps;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A GitOps tool applies the manifest from version control again and again, and does not know of Readygate. */
@ExtendWith(ClusterExtension.class)
class GitOpsIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");
    private static final Release FIXED = Release.good("v3");

    /** A field owned by Readygate would cause a conflict for every apply without force. */
    @Test
    void theOperatorsPauseHasNoOwnerSoThatNoApplyConflictsWithIt(Namespace shop) {
        shop.healthPolicy();
        var cart = GitOps.syncOnce(shop.deploy("cart", V1), V1, false).waitUntilVerified();
        GitOps.syncOnce(cart, SICK, false).waitUntilWithdrawn();

        assertThat(cart.declaration().managers()).doesNotContain("readygate");
        GitOps.syncOnce(cart, SICK, false);
        assertThat(cart).isPausedByReadygate();
        GitOps.syncOnce(cart, FIXED, false).waitUntilVerified();
        assertThat(cart.declaration().managers()).doesNotContain("readygate");
    }

    @Test
    void thereIsNoFightAboutAWithdrawnReleaseAndTheNextOneGoesThrough(Namespace shop) {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();

        try (var tool = GitOps.syncing(cart, SICK)) {
            cart.waitUntilWithdrawn();
            var generation = cart.generation();
            tool.waitForSyncs(3);

            assertThat(cart.generation()).as("generation").isEqualTo(generation);
            assertThat(cart)
                    .serves(V1, 3)
                    .hasNoPodsOf(SICK)
                    .hasNoRevisionOf(SICK)
                    .toldOnce("Withdrawn");

            tool.declare(FIXED);
            cart.waitUntilVerified();
            tool.waitForSyncs(2);
            assertThat(cart).serves(FIXED, 3).isLeftAlone();
            assertThat(tool.refusals()).isEmpty();
        }
    }
}
