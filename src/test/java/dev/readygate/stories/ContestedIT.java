package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A user, not stopped by the API server, declares the rejected release again and again. */
@ExtendWith(ClusterExtension.class)
class ContestedIT {
    /** Slow to start, so that there is time to interfere. */
    private static final Release V1 = Release.good("v1").with("SIM_START", "10s");

    private static final Release V2 = Release.good("v2");
    private static final Release V3 = Release.good("v3");

    @Test
    void afterTwiceItIsLeftThereAndSaidAndAnotherReleaseEndsIt(Namespace shop) {
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
                .waitUntilReported("under all traffic", it -> it.phase() == Phase.Stay)
                .allPodsNow("http", "/health 503");

        var template = cart.deployment().getSpec().getTemplate();
        contest(cart, template);
        contest(cart, template);

        cart.waitUntil("to be left", it -> it.isSaidToBe("RollbackContested"));
        shop.operator().kill();
        shop.operator().start();
        cart.staysSo("left there", it -> it.declaration().isOf(V2) && !it.isPaused());
        assertThat(cart.news()).containsOnlyOnce("Held");
        cart.release(V3).waitUntil("the next to serve", it -> it.readyPodsOf(V3) == 3);
    }

    private static void contest(App cart, PodTemplateSpec template) {
        cart.waitUntil(
                "to be restored",
                it -> it.declaration().isOf(V1) && it.declaration().isSeen());
        cart.namespace().colleague("system:serviceaccount:readygate:readygate").declares(cart, template);
        cart.waitUntil(
                "to be seen",
                it -> it.declaration().isOf(V2) && it.declaration().isSeen()
                        || it.declaration().isOf(V1));
    }
}
