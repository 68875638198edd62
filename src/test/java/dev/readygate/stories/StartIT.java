package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.GitOps;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gate Start: no pod of a new template starts before it may, and what runs serves on. */
@ExtendWith(ClusterExtension.class)
class StartIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");
    private static final Release V3 = Release.good("v3");

    /** A second, and two because a test machine has more work than cores. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1 + 2);

    private static App running(Namespace shop) {
        return running(shop, "");
    }

    private static App running(Namespace shop, String rollout) {
        var policy = shop.policy("signed-off", """
                mode: Enforce
                selector: {}
                rollout: {soak: 0s%s}
                checks:
                - name: healthy
                  gate: Serve
                  every: 1s
                  http: {path: /health}
                - name: signed-off
                  required: true
                  gate: Start
                  approval: {groups: [managers]}
                """.formatted(rollout));
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        policy.waitUntilEnforced();
        return cart.waitUntil(
                "the book to ask for gate Start",
                it -> it.bookLine().filter(line -> line.contains("start")).isPresent());
    }

    /** What the Deployment is parked as. */
    private static String parked(App cart, Release release) {
        cart.release(release)
                .waitUntilReported(
                        "to wait",
                        it -> it.phase() == Phase.Start
                                && it.revision().images().contains(release.image()));
        return cart.status().orElseThrow().revision().hash();
    }

    private static void approve(Namespace shop, String by, String revision) {
        shop.colleague(by, "managers").states("of-" + by, """
                {type: signed-off, outcome: Pass, about: {deployment: cart, revision: %s}}""".formatted(revision));
    }

    @Test
    void aNewTemplateWaitsForAnotherPersonsApprovalAndThenStartsAtOnce(Namespace shop) {
        var cart = running(shop);
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
        approve(shop, "ann", revision);
        cart.waitUntil(
                "to say that her own does not count",
                it -> it.check("signed-off")
                        .filter(one -> one.message().contains("does not count, as they applied the revision"))
                        .isPresent());
        assertThat(cart).hasNoRevisionOf(V2);

        var boris = shop.colleague("boris", "managers");
        boris.states(
                "of-boris",
                "{type: signed-off, outcome: Pass, about: {deployment: cart, revision: %s}}".formatted(revision));
        var stated = Instant.now();
        cart.waitUntil("to start", it -> !it.revisionsOf(V2).isEmpty());
        var took = Duration.between(stated, Instant.now());
        System.out.println("approval to ReplicaSet: " + took.toMillis() + " ms");
        assertThat(took).isLessThan(AT_ONCE);

        assertThat(cart.waitUntilVerified()).serves(V2, 3).isLeftAlone();
    }

    @Test
    void nothingButTheGateOpensItNotEvenGitOps(Namespace shop) {
        var cart = running(shop);

        try (var tool = GitOps.syncing(cart, V2)) {
            cart.waitUntilReported("to wait", it -> it.phase() == Phase.Start);
            var generation = cart.generation();
            cart.kubectl("rollout resume");
            tool.waitForSyncs(3);

            assertThat(cart.generation()).as("generation").isEqualTo(generation);
            assertThat(cart).serves(V1, 3).hasNoRevisionOf(V2).isPausedByReadygate();

            approve(shop, "boris", "generation-" + generation);
            cart.waitUntilVerified();
            tool.waitForSyncs(2);
            assertThat(cart).serves(V2, 3).isLeftAlone();
        }
    }

    @Test
    void theBaselineComesBackWithTheOperatorDown(Namespace shop) {
        var cart = running(shop);
        parked(cart, V2);
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
        var cart = running(shop);
        var second = parked(cart, V2);
        var third = parked(cart, V3);

        assertThat(third).isNotEqualTo(second);
        approve(shop, "boris", second);
        cart.waitUntil(
                "to say that this was another",
                it -> it.check("signed-off")
                        .filter(one -> one.message().contains("is about another revision")
                                || one.message().startsWith("nobody has approved"))
                        .isPresent());
        assertThat(cart).hasNoRevisionOf(V2).hasNoRevisionOf(V3).isPausedByReadygate();

        approve(shop, "clara", third);
        assertThat(cart.waitUntilVerified()).serves(V3, 3).hasNoRevisionOf(V2);
    }

    @Test
    void aRefusalHoldsItUntilSomebodyChangesTheirMind(Namespace shop) {
        var cart = running(shop);
        var revision = parked(cart, V2);
        var boris = shop.colleague("boris", "managers");
        boris.states(
                "no", "{type: signed-off, outcome: Fail, about: {deployment: cart, revision: %s}}".formatted(revision));

        cart.waitUntilCheckIs("signed-off", CheckOutcome.Fail);
        cart.waitUntilReported(
                "to be held",
                it -> it.phase() == Phase.Start
                        && it.conditions().stream().anyMatch(one -> one.reason().equals("Held")));
        assertThat(cart).serves(V1, 3).hasNoRevisionOf(V2).toldOnce("Held");

        boris.states(
                "yes",
                "{type: signed-off, outcome: Pass, about: {deployment: cart, revision: %s}}".formatted(revision));
        assertThat(cart.waitUntilVerified()).serves(V2, 3).toldOnce("Held").toldOnce("Verified");
    }

    @Test
    void aPersonsPauseIsTheirsAndGateStartAsksWhenItEnds(Namespace shop) {
        var cart = running(shop);
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
        var cart = running(shop);
        approve(shop, "boris", parked(cart, V2.with("SIM_HTTP", "/health 503")));
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
