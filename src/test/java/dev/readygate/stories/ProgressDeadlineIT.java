package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.RolloutRecord.RolloutOutcome;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kubernetes gives up on a rollout, and the policy counts that as a failure. */
@ExtendWith(ClusterExtension.class)
class ProgressDeadlineIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");
    private static final Release STUCK = Release.good("stuck").with("SIM_READY", "never");

    @Test
    void aReleaseThatNeverBecomesReadyIsWithdrawn(Namespace shop) {
        var cart = verified(shop, "every: 1s, http: {path: /health}");
        deadline(cart, 2);

        cart.release(STUCK).waitUntilWithdrawn();

        assertThat(cart).serves(V1, 3).hasNoPodsOf(STUCK).toldOnce("Withdrawn");
        assertThat(shop.news("cart").getLast().getNote())
                .contains("progress-deadline: Kubernetes saw no progress within progressDeadlineSeconds");
        assertThat(cart.status().orElseThrow().history().getFirst()).satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(RolloutOutcome.Withdrawn);
            assertThat(it.failedAt()).isEqualTo(Gate.Serve);
            assertThat(it.served()).isFalse();
        });

        // Kubernetes leaves its word on a Deployment that is paused: it must not be held against the next release.
        assertThat(isGivenUp(cart)).isTrue();
        deadline(cart, 600);
        assertThat(cart.release(V2).waitUntilVerified()).serves(V2, 3).toldOnce("Withdrawn");
    }

    @Test
    void oneThatOnlyWaitsForAGateIsNotAndGoesOnWhenItOpens(Namespace shop) {
        shop.colleague("runner").states("v1-tests", evidence("v1"));
        var cart = verified(shop, "evidence: {type: unit-tests, about: Commit}");
        cart.release(of("v2")).waitUntil("to wait", it -> it.waitingPodsOf(V2) == 1);

        deadline(cart, 1);
        cart.waitUntil("Kubernetes to give up", ProgressDeadlineIT::isGivenUp);
        cart.staysSo("waiting", it -> it.status().orElseThrow().phase() == Phase.Serve);

        // The pods that follow have time to start: only the waiting one met the deadline.
        deadline(cart, 600);
        shop.colleague("runner").states("v2-tests", evidence("v2"));
        cart.waitUntilVerified();
        assertThat(cart).serves(V2, 3).hasNoPodsOf(V1);
        assertThat(cart.news()).doesNotContain("Withdrawn");
    }

    private static App verified(Namespace shop, String question) {
        shop.policy("careful", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Withdraw, soak: 0s, failOn: [ProgressDeadline]}
                checks:
                - {name: asked, gate: Serve, required: true, %s}
                """.formatted(question));
        return shop.deploy("cart", of("v1")).waitUntilVerified();
    }

    private static Release of(String version) {
        return Release.good(version).noted("readygate.dev/commit", commit(version));
    }

    private static String commit(String version) {
        return version.substring(1).repeat(40);
    }

    private static String evidence(String version) {
        return "{type: unit-tests, outcome: Pass, about: {deployment: cart, commit: '%s'}}".formatted(commit(version));
    }

    private static void deadline(App cart, int seconds) {
        cart.kubectl("patch", "--patch", "{\"spec\":{\"progressDeadlineSeconds\":%d}}".formatted(seconds));
    }

    private static boolean isGivenUp(App cart) {
        return cart.deployment().getStatus().getConditions().stream()
                .anyMatch(it -> "ProgressDeadlineExceeded".equals(it.getReason()));
    }
}
