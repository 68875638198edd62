package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import dev.readygate.testing.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other numbers of pods, other strategies, and people who pause. */
@ExtendWith(ClusterExtension.class)
class ShapesIT {
    private static final Release V1 = Release.good("v1");
    /** Does not answer until the test makes it, so that no order depends on speed. */
    private static final Release MUTE = Release.good("v2").with("SIM_HTTP", "/health 200 latency=1h");

    private static final Release SICK = Release.sick("v2");
    private static final Release FIXED = Release.good("v3");

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void fewPodsServeAllAlongToo(int replicas, Namespace shop) {
        var cart = running(shop, Shape.of(replicas));

        try (var witness = cart.witness(V1, SICK)) {
            cart.release(SICK).waitUntilWithdrawn();

            assertThat(witness.fewestOldReady()).isEqualTo(replicas);
            assertThat(witness.mostNewReady()).isZero();
        }
        cart.release(FIXED).waitUntilVerified();
    }

    @Test
    void withoutSurgeNoMorePodsAreMissingThanAllowed(Namespace shop) {
        var cart = running(shop, Shape.of(3).rolling(0, 1));

        try (var witness = cart.witness(V1, SICK)) {
            cart.release(SICK).waitUntilWithdrawn();

            assertThat(witness.fewestOldReady()).isEqualTo(2);
        }
        cart.waitUntil("to be refilled", it -> it.readyPodsOf(V1) == 3);
        assertThat(cart).hasNoPodsOf(SICK).hasNoRevisionOf(SICK);
    }

    @Test
    void withNothingLeftToGoBackToItIsHeldAndSaid(Namespace shop) {
        var cart = running(shop, Shape.of(1).rolling(0, 1));

        cart.release(SICK).waitUntilReported("held", it -> reason(it).equals("Held"));

        assertThat(message(cart)).contains("answered 503", "not taken back: 0 pods", "it takes 1");
        cart.staysSo("held", it -> it.readyPodsOf(SICK) == 0 && !it.isPaused());
        cart.release(FIXED).waitUntilVerified();
    }

    @Test
    void recreatedIsHeldAndSaid(Namespace shop) {
        var cart = running(shop, Shape.of(2).recreating());

        cart.release(SICK).waitUntilReported("held", it -> reason(it).equals("Held"));

        assertThat(message(cart)).contains("not taken back: 0 pods of the last good revision");
        assertThat(cart).isLeftAlone().serves(SICK, 0);
    }

    @Test
    void scaledToZeroAndBackIsNoDeployment(Namespace shop) {
        var cart = running(shop, Shape.of(3));

        cart.scale(0).waitUntil("to be empty", it -> it.pods().isEmpty());
        cart.waitUntil("to be settled", App::isRolledOut);
        cart.scale(2).waitUntil("to be back", it -> it.readyPodsOf(V1) == 2);

        assertThat(cart).hasNoGatesOn(V1).isLeftAlone().toldOnce("Verified");
    }

    @Test
    void scaledToZeroAndBackAWithdrawnReleaseDoesNotWakeUp(Namespace shop) {
        var cart = running(shop, Shape.of(3)).release(SICK).waitUntilWithdrawn();

        cart.scale(0).waitUntil("to be empty", it -> it.pods().isEmpty());
        cart.scale(3).waitUntil("to be back", it -> it.readyPodsOf(V1) == 3);

        assertThat(cart)
                .hasNoRevisionOf(SICK)
                .hasNoGatesOn(V1)
                .isPausedByReadygate()
                .isReported(Phase.Withdrawn);
    }

    /**
     * At zero replicas the baseline's template is declared, so that no other revision can scale up; then it is as
     * before.
     */
    @Test
    void whileAWithdrawnReleaseIsAtZeroTheBaselineIsDeclaredInItsPlace(Namespace shop) {
        var cart = running(shop, Shape.of(3)).release(SICK).waitUntilWithdrawn();
        var owners = cart.declaration().ownersOfTheTemplate();

        try (var witness = cart.witness(V1, SICK)) {
            cart.scale(0)
                    .waitUntil(
                            "the baseline to be declared",
                            it -> it.declaration().isOf(V1));
            cart.waitUntil("to be empty", it -> it.pods().isEmpty());
            assertThatThrownBy(() -> cart.release(SICK)).hasMessageContaining("healthy: GET /health answered 503");
            cart.scale(2).waitUntil("to be parked again", it -> it.declaration().isOf(SICK) && it.readyPodsOf(V1) == 2);

            assertThat(witness.mostNewReady()).isZero();
        }
        cart.waitUntilWithdrawn();
        assertThat(cart)
                .hasNoRevisionOf(SICK)
                .hasNoGatesOn(V1)
                .isPausedByReadygate()
                .toldOnce("Withdrawn");
        cart.waitUntil(
                "to be forgotten",
                it -> shop.book().orElseThrow().getSpec().refused().isEmpty());
        assertThat(cart.declaration().ownersOfTheTemplate()).isEqualTo(owners);
        cart.release(FIXED).waitUntilVerified();
    }

    @Test
    void aReleaseWhileAtZeroIsJudgedWhenItWakesUp(Namespace shop) {
        var cart = running(shop, Shape.of(2));
        cart.scale(0).waitUntil("to be empty", it -> it.pods().isEmpty());

        cart.release(FIXED).waitUntilReported("nobody to ask", it -> reason(it).equals("ScaledToZero"));
        cart.scale(2).waitUntilVerified();

        assertThat(cart).serves(FIXED, 2);
    }

    @Test
    void aPersonsPauseIsLeftAlone(Namespace shop) {
        var cart = running(shop, Shape.of(3));
        cart.release(MUTE).waitUntil("a pod to wait", it -> it.waitingPodsOf(MUTE) > 0);
        cart.kubectl("rollout pause");
        cart.podsOf(MUTE).forEach(it -> cart.now(it, "http", "/health 503"));

        cart.waitUntilReported("held", it -> reason(it).equals("Held"));

        assertThat(message(cart)).contains("somebody paused the Deployment");
        assertThat(cart).isPausedByAPerson().serves(V1, 3);
        cart.kubectl("rollout resume");
        cart.waitUntilWithdrawn();
    }

    @Test
    void aPauseOfBeforeIsLeftAloneToo(Namespace shop) {
        var cart = running(shop, Shape.of(3));
        cart.kubectl("rollout pause");

        cart.scale(4).waitUntil("to be scaled", it -> it.readyPodsOf(V1) == 4);

        assertThat(cart).isPausedByAPerson().hasNoGatesOn(V1);
        cart.kubectl("rollout resume");
        cart.release(FIXED).waitUntilVerified();
    }

    private static App running(Namespace shop, Shape shape) {
        shop.healthPolicy();
        return shop.deploy("cart", shape, V1).waitUntilVerified();
    }

    private static String reason(ReadinessReportStatus status) {
        return status.conditions().stream()
                .filter(it -> it.type().equals("Ready"))
                .map(it -> it.reason())
                .findFirst()
                .orElse("");
    }

    private static String message(App app) {
        return app.status().orElseThrow().conditions().stream()
                .filter(it -> it.type().equals("Ready"))
                .map(it -> it.message())
                .findFirst()
                .orElseThrow();
    }
}
