package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.App;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import dev.readygate.testing.Shape;
import java.util.List;

/** The possible courses of a release, one scenario each. */
final class Scenarios {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");
    private static final Release V3 = Release.good("v3");
    private static final Release SICK = Release.sick("v2");

    /** Its pods never start, so no check can answer. */
    private static final Release ENDLESS = Release.good("v2").with("SIM_START", "1h");

    private Scenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("S1 a good release passes in steps and through its soak", Scenarios::passes),
                new Scenario("S2 a failing release is held where the policy says so", Scenarios::held),
                new Scenario("S3 a failing release is withdrawn", Scenarios::withdrawn),
                new Scenario("S4 a release that fails in its soak is rolled back and parked", Scenarios::restored),
                new Scenario("S5 a release that never answers is withdrawn in the end", Scenarios::timesOut),
                new Scenario("S6 a release waits for an approval", Scenarios::approved),
                new Scenario("S7 a release is refused", Scenarios::refused),
                new Scenario("S8 a failing release with a waiver passes", Scenarios::waived),
                new Scenario("S9 a new revision takes the place of one on its way", Scenarios::superseded),
                Scenario.byHand("S10 somebody undoes a release on its way", Scenarios::undone),
                Scenario.byHand("S11 a withdrawn Deployment is scaled, and to zero and back", Scenarios::scaled),
                Scenario.byHand("S12 a Deployment is deleted and made again", Scenarios::madeAgain),
                new Scenario("S13 three revisions are on their way at once", Scenarios::three),
                new Scenario("S14 the policy is changed while a release waits", Scenarios::edited));
    }

    static List<Scenario> numbered(String... numbers) {
        return all().stream()
                .filter(it -> List.of(numbers).contains(it.title().split(" ")[0]))
                .toList();
    }

    private static App passes(Namespace shop) {
        policy(shop, "onFailure: Withdraw, soak: 3s, steps: [{share: 34%, for: 1s}, {share: 100%}]");
        var cart = shop.deploy("cart", V1).waitUntilVerified();

        cart.release(V2).waitUntilVerified();

        assertThat(cart).serves(V2, 3).isLeftAlone().hasNoPodsOf(V1);
        return cart;
    }

    private static App held(Namespace shop) {
        policy(shop, "soak: 0s, onFailure: Hold");
        var cart = shop.deploy("cart", V1).waitUntilVerified();

        cart.release(SICK).waitUntil("the news", it -> it.news().contains("Held"));

        assertThat(cart).serves(V1, 3).serves(SICK, 0).isLeftAlone();
        return cart;
    }

    private static App withdrawn(Namespace shop) {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();

        cart.release(SICK).waitUntilWithdrawn();

        assertThat(cart).serves(V1, 3).hasNoRevisionOf(SICK).isPausedByReadygate();
        return cart;
    }

    private static App restored(Namespace shop) {
        policy(shop, "onFailure: Rollback, soak: 1h");
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        cart.release(V2).waitUntilReported("soaking", it -> it.phase() == Phase.Stay);

        cart.allPodsNow("http", "/health 503").waitUntilWithdrawn();

        assertThat(cart).serves(V1, 3).hasNoRevisionOf(V2).isPausedByReadygate();
        return cart;
    }

    private static App timesOut(Namespace shop) {
        policy(shop, "onFailure: Withdraw, soak: 0s, waitAtMost: {serve: 3s}, onTimeout: Withdraw");
        var cart = shop.deploy("cart", V1).waitUntilVerified();

        cart.release(ENDLESS).waitUntilWithdrawn();

        assertThat(cart).serves(V1, 3).hasNoRevisionOf(ENDLESS);
        return cart;
    }

    private static App approved(Namespace shop) {
        var cart = waiting(shop);
        cart.staysSo("waiting", it -> it.revisionsOf(V2).isEmpty() && it.readyPodsOf(V1) == 3);

        decide(shop, cart, "Pass");
        cart.waitUntilVerified();

        assertThat(cart).serves(V2, 3).isLeftAlone();
        return cart;
    }

    private static App refused(Namespace shop) {
        var cart = waiting(shop);

        decide(shop, cart, "Fail");
        cart.waitUntil("the news", it -> it.news().contains("Held"));

        assertThat(cart).serves(V1, 3).hasNoRevisionOf(V2).isPausedByReadygate();
        return cart;
    }

    /** V2 is declared, and none of its pods has started. */
    private static App waiting(Namespace shop) {
        var policy = shop.policy("signed-off", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Withdraw, soak: 0s}
                checks:
                - {name: healthy, gate: Serve, every: 1s, timeout: 1s, failAfter: 2, http: {path: /health}}
                - {name: signed-off, gate: Start, approval: {groups: [managers]}}
                """);
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        policy.waitUntilEnforced();
        cart.waitUntil(
                "the book to ask for it",
                it -> it.bookLine().filter(line -> line.contains("start")).isPresent());
        return cart.release(V2)
                .waitUntilReported(
                        "to wait",
                        it -> it.phase() == Phase.Start
                                && it.revision().images().contains(V2.image()));
    }

    private static void decide(Namespace shop, App cart, String outcome) {
        shop.colleague("boris", "managers")
                .states(
                        "decided",
                        "{type: signed-off, outcome: %s, about: {deployment: cart, revision: %s}}"
                                .formatted(
                                        outcome,
                                        cart.status().orElseThrow().revision().hash()));
    }

    private static App waived(Namespace shop) {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        shop.colleague("adam")
                .waives(
                        "known",
                        "{check: healthy, deployment: cart, reason: mended in the next one, expires: '2099-01-01T00:00:00Z'}");

        cart.release(SICK).waitUntilVerified();

        assertThat(cart).serves(SICK, 3).isLeftAlone();
        return cart;
    }

    private static App superseded(Namespace shop) {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        cart.release(ENDLESS)
                .waitUntil("its first pod", it -> !it.podsOf(ENDLESS).isEmpty());

        cart.release(V3).waitUntilVerified();

        assertThat(cart).serves(V3, 3).hasNoPodsOf(ENDLESS).isLeftAlone();
        return cart;
    }

    private static App undone(Namespace shop) {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        cart.release(ENDLESS)
                .waitUntil("its first pod", it -> !it.podsOf(ENDLESS).isEmpty());

        cart.kubectl("rollout undo");
        cart.waitUntilVerified();

        assertThat(cart).serves(V1, 3).hasNoGatesOn(V1).hasNoPodsOf(ENDLESS).isLeftAlone();
        return cart;
    }

    private static App scaled(Namespace shop) {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified().release(SICK).waitUntilWithdrawn();

        cart.scale(5).waitUntil("to be scaled", it -> it.readyPodsOf(V1) == 5);
        cart.scale(0)
                .waitUntil(
                        "to be empty, and the last good template declared",
                        it -> it.pods().isEmpty() && !it.isPaused());
        cart.scale(2).waitUntil("to be back", it -> it.readyPodsOf(V1) == 2);

        assertThat(cart).hasNoRevisionOf(SICK).hasNoGatesOn(V1).isPausedByReadygate();
        return cart;
    }

    private static App madeAgain(Namespace shop) {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified().release(SICK).waitUntilWithdrawn();

        cart.delete().release(V3);
        cart.waitUntilVerified();

        assertThat(cart).serves(V3, 3).isLeftAlone();
        return cart;
    }

    private static App three(Namespace shop) {
        shop.healthPolicy();
        var cart = shop.deploy("cart", Shape.of(4).rolling(2, 0), V1).waitUntilVerified();
        cart.release(ENDLESS)
                .waitUntil("its first pod", it -> !it.podsOf(ENDLESS).isEmpty());
        var another = ENDLESS.with("TRY", "2");
        cart.release(another)
                .waitUntil("its own revision", it -> it.revisionsOf(another).size() > 1);

        cart.release(V3).waitUntilVerified();

        assertThat(cart).serves(V3, 4).hasNoPodsOf(ENDLESS).isLeftAlone();
        return cart;
    }

    private static App edited(Namespace shop) {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        ask(shop, "evidence: {type: sign-off, from: {groups: [managers]}}");
        cart.release(V2).waitUntil("to wait", it -> it.waitingPodsOf(V2) == 1);

        ask(shop, "every: 1s, timeout: 1s, failAfter: 2, http: {path: /health}");
        cart.waitUntilVerified();

        assertThat(cart).serves(V2, 3).isLeftAlone();
        return cart;
    }

    private static void ask(Namespace shop, String question) {
        shop.policy("health", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Withdraw, soak: 0s}
                checks: [{name: healthy, gate: Serve, %s}]
                """.formatted(question));
    }

    private static void policy(Namespace shop, String rollout) {
        shop.policy("health", """
                mode: Enforce
                selector: {}
                rollout: {%s}
                checks: [{name: healthy, gate: Serve, every: 1s, timeout: 1s, failAfter: 2, http: {path: /health}}]
                """.formatted(rollout));
    }
}
