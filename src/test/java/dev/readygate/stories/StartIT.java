package dev.readygate.stories;

import static dev.readygate.testing.AtStart.V1;
import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.AtStart;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.GitOps;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gate Start: no pod of a new template starts before it may, and the revision before keeps serving. */
@ExtendWith(ClusterExtension.class)
class StartIT {
    private static final Release V2 = Release.good("v2");
    private static final Release V3 = Release.good("v3");

    @Test
    void aNewTemplateWaitsForAnotherPersonsApprovalAndThenStartsAtOnce(Namespace shop) {
        var start = AtStart.askedOnceAnHour(shop);
        var cart = start.app();
        var ann = shop.colleague("ann", "managers");

        ann.releases(cart, V2);
        cart.waitUntilReported("to wait", it -> it.phase() == Phase.Start);
        assertThat(cart).serves(V1, 3).hasNoRevisionOf(V2).isPausedByReadygate().isSaidToBe("WaitingToStart");
        var status = cart.status().orElseThrow();
        assertThat(status.revision().hash()).isEqualTo("generation-" + cart.generation());
        assertThat(status.revision().images()).containsExactly(V2.image());
        assertThat(status.revision().appliedBy()).isEqualTo("ann");
        assertThat(status.waitingOn()).isEqualTo("signed-off");
        assertThat(cart.check("signed-off").orElseThrow().message())
                .startsWith("nobody has approved this revision yet");

        var revision = status.revision().hash();
        start.isApproved("ann", revision);
        cart.waitUntil(
                "to say that her own does not count",
                it -> it.check("signed-off")
                        .filter(one -> one.message().contains("does not count, as they applied the revision"))
                        .isPresent());
        assertThat(cart).hasNoRevisionOf(V2);

        start.isApproved("boris", revision);
        cart.waitUntil("to start", it -> !it.revisionsOf(V2).isEmpty());

        assertThat(cart.waitUntilVerified()).serves(V2, 3).isLeftAlone();
        cart.waitUntil(
                "to be approved under its hash as well",
                it -> it.check("signed-off")
                        .filter(one -> one.outcome() == CheckOutcome.Pass)
                        .isPresent());
        assertThat(cart.status().orElseThrow().revision().waitedAs()).isEqualTo(revision);
    }

    @Test
    void nothingButTheGateOpensItNotEvenGitOps(Namespace shop) {
        var start = AtStart.running(shop);
        var cart = start.app();

        try (var tool = GitOps.syncing(cart, V2)) {
            cart.waitUntilReported("to wait", it -> it.phase() == Phase.Start);
            var generation = cart.generation();
            cart.kubectl("rollout resume");
            tool.waitForSyncs(3);

            assertThat(cart.generation()).as("generation").isEqualTo(generation);
            assertThat(cart).serves(V1, 3).hasNoRevisionOf(V2).isPausedByReadygate();

            start.isApproved("boris", "generation-" + generation);
            cart.waitUntilVerified();
            tool.waitForSyncs(2);
            assertThat(cart).serves(V2, 3).isLeftAlone();
        }
    }

    @Test
    void theBaselineComesBackWithTheOperatorDown(Namespace shop) {
        var start = AtStart.running(shop);
        var cart = start.app();
        start.parks(V2);
        shop.operator().kill();

        assertThat(cart.release(V1)).isLeftAlone().serves(V1, 3);
        cart.release(V2);
        assertThat(cart).isPausedByReadygate().hasNoRevisionOf(V2);
        cart.release(V1);
        shop.operator().start();
        assertThat(cart.waitUntilVerified()).serves(V1, 3).isLeftAlone();
    }

    @Test
    void aNewTemplateTakesThePlaceOfTheOneThatWaits(Namespace shop) {
        var start = AtStart.running(shop);
        var cart = start.app();
        var second = start.parks(V2);
        var third = start.parks(V3);

        assertThat(third).isNotEqualTo(second);
        start.isApproved("boris", second);
        cart.waitUntil(
                "to say that this was another",
                it -> it.check("signed-off")
                        .filter(one -> one.message().contains("is about another revision")
                                || one.message().startsWith("nobody has approved"))
                        .isPresent());
        assertThat(cart).hasNoRevisionOf(V2).hasNoRevisionOf(V3).isPausedByReadygate();

        start.isApproved("clara", third);
        assertThat(cart.waitUntilVerified()).serves(V3, 3).hasNoRevisionOf(V2);
    }

    @Test
    void aRefusalHoldsItUntilItsAuthorChangesTheirMind(Namespace shop) {
        var start = AtStart.running(shop);
        var cart = start.app();
        var revision = start.parks(V2);
        start.isRefused("boris", revision);

        cart.waitUntilCheckIs("signed-off", CheckOutcome.Fail);
        cart.waitUntilReported(
                "to be held",
                it -> it.phase() == Phase.Start
                        && it.conditions().stream().anyMatch(one -> one.reason().equals("Held")));
        assertThat(cart).serves(V1, 3).hasNoRevisionOf(V2).toldOnce("Held");

        var said = Instant.now();
        cart.waitUntil(
                "another second than that of the refusal", it -> Instant.now().isAfter(said.plusSeconds(1)));
        start.isApproved("boris", revision);
        assertThat(cart.waitUntilVerified()).serves(V2, 3).toldOnce("Held");
    }

    @Test
    void aPersonsPauseIsTheirsAndGateStartAsksWhenItEnds(Namespace shop) {
        var start = AtStart.running(shop);
        var cart = start.app();
        cart.kubectl("rollout pause");
        cart.release(V2);
        cart.staysSo("theirs", it -> it.isPaused() && it.revisionsOf(V2).isEmpty());
        assertThat(cart).isPausedByAPerson();

        cart.kubectl("rollout resume");
        cart.waitUntilReported("to wait", it -> it.phase() == Phase.Start);
        assertThat(cart).isPausedByReadygate().hasNoRevisionOf(V2);
    }

    @Test
    void aPersonsPauseInTheMiddleOfARolloutEndsLikeAny(Namespace shop) {
        var start = AtStart.running(shop);
        var cart = start.app();
        start.isApproved("boris", start.parks(V2.with("SIM_HTTP", "/health 503")));
        var v2 = V2.with("SIM_HTTP", "/health 503");
        cart.waitUntil("to roll out", it -> it.waitingPodsOf(v2) > 0);
        cart.kubectl("rollout pause");
        cart.kubectl("rollout resume");

        cart.waitUntil(
                "to go on",
                it -> !it.isPaused()
                        || it.status()
                                .filter(status -> status.phase() != Phase.Start)
                                .isPresent());
    }
}
