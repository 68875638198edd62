package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staging before production. */
@ExtendWith(ClusterExtension.class)
class VerifiedIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");

    @Test
    void productionWaitsForStagingAndServesAsSoonAsItIsVerifiedThere(Namespace shop) {
        try (var staging = shop.cluster().namespaceNamed("staging")) {
            staging.healthPolicy();
            var rehearsal = staging.deploy("cart", V1).waitUntilVerified();
            var cart = running(shop, "{namespace: staging}");
            cart.release(V2).waitUntil("to wait", it -> it.waitingPodsOf(V2) == 1);
            cart.waitUntilCheckIs("staged", CheckOutcome.Fail).staysSo("waiting", it -> it.readyPodsOf(V2) == 0);
            assertThat(cart.check("staged").orElseThrow().message())
                    .startsWith("other images are verified in staging/cart")
                    .contains(V1.image());
            rehearsal.release(V2).waitUntilVerified();
            assertThat(cart.waitUntilVerified()).serves(V2, 3).isLeftAlone();
            assertThat(cart.check("staged").orElseThrow().outcome()).isEqualTo(CheckOutcome.Pass);
        }
    }

    @Test
    void aNamespaceTheInstallationDoesNotListIsNotLookedInto(Namespace shop) {
        var cart = running(shop, "{namespace: default}");
        cart.waitUntilCheckIs("staged", CheckOutcome.Error);
        assertThat(cart.check("staged").orElseThrow().message()).contains("checks.verifiedNamespaces");
    }

    private static App running(Namespace shop, String other) {
        var cart = shop.deploy("cart", V1).waitUntil("to run", App::isRolledOut);
        shop.policy("staged", """
                        mode: Enforce
                        selector: {}
                        rollout: {onFailure: Withdraw, soak: 0s}
                        checks:
                        - name: staged
                          required: true
                          gate: Serve
                          verified: %s
                        """.formatted(other)).waitUntilEnforced();
        return cart;
    }
}
