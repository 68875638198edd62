package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Condition;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.StepStatus.StepState;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import dev.readygate.testing.Shape;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A good release takes traffic step by step, and soaks before it is verified. */
@ExtendWith(ClusterExtension.class)
class SoakAndStepsIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");

    private static void policy(Namespace shop, String rollout) {
        shop.policy("careful", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Withdraw, %s}
                checks:
                - {name: healthy, gate: Serve, required: true, every: 1s, timeout: 1s, failAfter: 2, http: {path: /health}}
                """.formatted(rollout));
    }

    private static boolean isSoaking(ReadinessReportStatus report) {
        return report.phase() == Phase.Stay && at(report, Gate.Stay) == GateState.Held;
    }

    private static GateState at(ReadinessReportStatus report, Gate gate) {
        return report.gates().stream()
                .filter(it -> it.gate() == gate)
                .map(it -> it.state())
                .findFirst()
                .orElse(null);
    }

    @Test
    void aReleaseIsWatchedUnderAllTrafficBeforeItIsVerified(Namespace shop) {
        policy(shop, "soak: 5s");
        var cart = shop.deploy("cart", V1).waitUntilVerified().release(V2);

        cart.waitUntilReported("soaking", SoakAndStepsIT::isSoaking);
        assertThat(cart).serves(V2, 3).isSaidToBe("Soaking");
        var begun = soakingSince(cart);
        cart.waitUntilVerified();

        // The report rounds to the second.
        assertThat(cart.status().orElseThrow().history().getFirst().finished())
                .isAfterOrEqualTo(begun.plusSeconds(5 - 1));
        assertThat(at(cart.status().orElseThrow(), Gate.Stay)).isEqualTo(GateState.Passed);
        assertThat(cart.news()).containsExactly("Verified", "Verified");
    }

    @Test
    void aRestartInTheMiddleOfTheSoakGoesOnWithIt(Namespace shop) {
        policy(shop, "soak: 10s");
        var cart = shop.deploy("cart", V1).waitUntilVerified().release(V2);
        cart.waitUntilReported("soaking", SoakAndStepsIT::isSoaking);
        var since = soakingSince(cart);

        shop.operator().kill();
        shop.operator().start();

        cart.waitUntil("to have been looked at", it -> it.check("healthy").isPresent());
        assertThat(soakingSince(cart)).isEqualTo(since);
        cart.waitUntilVerified();
    }

    private static Instant soakingSince(App cart) {
        return cart.status().orElseThrow().gates().stream()
                .filter(it -> it.gate() == Gate.Stay)
                .findFirst()
                .orElseThrow()
                .since();
    }

    @Test
    void aFailureUnderAllTrafficIsHeldAndReported(Namespace shop) {
        policy(shop, "soak: 1h");
        var cart = shop.deploy("cart", V1).waitUntilVerified().release(V2);
        cart.waitUntilReported("soaking", SoakAndStepsIT::isSoaking);

        cart.allPodsNow("http", "/health 503");

        cart.waitUntilReported("held", it -> at(it, Gate.Stay) == GateState.Failed);
        assertThat(cart).serves(V2, 3).toldOnce("Held");
        cart.allPodsNow("http", "/health 200");
        cart.waitUntilReported("soaking again", SoakAndStepsIT::isSoaking);
    }

    @Test
    void trafficMovesInSharesAndStopsAtEach(Namespace shop) {
        policy(shop, "soak: 0s, steps: [{share: 25%, for: 4s}, {share: 100%}]");
        var cart = shop.deploy("cart", Shape.of(4), V1).waitUntilVerified().release(V2);

        cart.waitUntilReported("the first step", it -> state(it, 0) == StepState.Open && since(it, 0) != null);
        cart.staysSo(
                "one of them", it -> state(it.status().orElseThrow(), 0) != StepState.Open || it.readyPodsOf(V2) == 1);
        cart.waitUntilVerified();
        assertThat(cart).serves(V2, 4);
    }

    private static StepState state(ReadinessReportStatus report, int step) {
        return report.steps().size() > step ? report.steps().get(step).state() : null;
    }

    private static Instant since(ReadinessReportStatus report, int step) {
        return report.steps().get(step).since();
    }

    @Test
    void aReleaseThatNeverAnswersIsWithdrawnWhenThePolicySaysSo(Namespace shop) {
        policy(shop, "soak: 0s, waitAtMost: {serve: 4s}, onTimeout: Withdraw");
        var cart = shop.deploy("cart", V1).waitUntilVerified();

        cart.release(Release.good("v3").with("SIM_START", "1h")).waitUntilWithdrawn();

        assertThat(cart).serves(V1, 3);
        assertThat(why(cart)).contains("not through gate Serve after 4s");
    }

    @Test
    void aCrashLoopIsWithdrawnWhenThePolicySaysSo(Namespace shop) {
        policy(shop, "soak: 0s, failOn: [CrashLoop]");
        var cart = shop.deploy("cart", V1).waitUntilVerified();

        cart.release(Release.good("v3").with("SIM_CRASH", "after=100ms").with("SIM_START", "1h"))
                .waitUntilWithdrawn();

        assertThat(cart).serves(V1, 3);
        assertThat(why(cart)).contains("crash-loop: containers keep crashing");
    }

    private static String why(App cart) {
        return cart.status().orElseThrow().conditions().stream()
                .filter(it -> it.type().equals("Stalled"))
                .map(it -> it.message())
                .findFirst()
                .orElse("");
    }

    @Test
    void aRestartOfAVerifiedReleaseIsNeitherSteppedNorWatchedAgain(Namespace shop) {
        policy(shop, "soak: 10m, steps: [{share: 34%, for: 10m}, {share: 100%}]");
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        var before = hash(cart);

        cart.kubectl("rollout restart");

        cart.waitUntilReported(
                "the restart to be the baseline", it -> !it.baseline().hash().equals(before));
        assertThat(cart).serves(V1, 3).isSaidToBe("Verified");
        assertThat(cart.status().orElseThrow().conditions())
                .filteredOn(it -> it.type().equals("Serve"))
                .singleElement()
                .returns("Passed", Condition::reason);
    }

    private static String hash(App cart) {
        return cart.status().orElseThrow().revision().hash();
    }
}
