package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.GitOps;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A release turns bad when it has taken all traffic: no pod of the baseline is left, only its template. */
@ExtendWith(ClusterExtension.class)
class RestoreIT {
    /** Each has a variable that the other has not: applied one over the other, they could become both. */
    private static final Release V1 = Release.good("v1").with("A", "a").with("SIM_START", "3s");

    private static final Release V2 = Release.good("v2").with("B", "b");
    private static final Release V3 = Release.good("v3");

    private static App soaking(Namespace shop) {
        shop.policy("careful", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Rollback, soak: 1h}
                checks:
                - {name: healthy, gate: Serve, required: true, every: 1s, timeout: 1s, failAfter: 2, http: {path: /health}}
                """);
        return shop.deploy("cart", V1)
                .waitUntilVerified()
                .release(V2)
                .waitUntilReported("soaking", it -> it.phase() == Phase.Stay);
    }

    private static App turnedBad(Namespace shop) {
        return soaking(shop).allPodsNow("http", "/health 503");
    }

    @Test
    void isRolledBackParkedAndFollowedByTheNextAsIfNothingHadHappened(Namespace shop) {
        var cart = turnedBad(shop).waitUntilWithdrawn();

        assertThat(cart)
                .serves(V1, 3)
                .hasNoPodsOf(V2)
                .hasNoRevisionOf(V2)
                .isPausedByReadygate()
                .toldOnce("Withdrawn");
        assertThat(cart.declaration().isOf(V2))
                .as("what the user declared stands")
                .isTrue();
        assertThat(cart.declaration().managers()).doesNotContain("readygate");
        assertThat(shop.book().orElseThrow().getSpec().refused()).isEmpty();

        cart.release(V3).waitUntilReported("soaking", it -> it.phase() == Phase.Stay);

        assertThat(cart).serves(V3, 3).hasNoPodsOf(V2);
    }

    /**
     * From the moment when the API server has read the rejection: an apply just before it can still mix both
     * templates.
     */
    @Test
    void thereIsNoFightWithAnApplyEverySecond(Namespace shop) {
        var cart = turnedBad(shop);
        var refusal = new AtomicReference<String>();
        cart.waitUntil("to be refused", it -> {
            GitOps.refusalOf(it, V2).ifPresent(refusal::set);
            return refusal.get() != null;
        });

        try (var tool = GitOps.syncing(cart, V2)) {
            cart.waitUntilWithdrawn();
            var generation = cart.generation();
            tool.waitForSyncs(3);

            assertThat(cart.generation()).as("generation").isEqualTo(generation);
            assertThat(cart).serves(V1, 3).hasNoRevisionOf(V2).toldOnce("Withdrawn");
            assertThat(tool.refusals()).allMatch(it -> it.contains("is being taken back from revision"));
        }
        assertThat(refusal.get()).contains("is being taken back from revision");
    }
}
