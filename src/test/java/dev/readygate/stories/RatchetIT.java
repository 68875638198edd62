package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A number that may only get better, where policies only observe and evidence names the Deployment alone. */
@ExtendWith(ClusterExtension.class)
class RatchetIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");
    private static final Release V3 = Release.good("v3");

    @Test
    void eachRevisionHasToReachWhatTheOneBeforeHad(Namespace shop) {
        var cart = observed(shop, "notWorseThanBaseline: [line]");
        states(shop, "d", 74).until(cart, CheckOutcome.Pass, "d by ci");

        cart.release(V2).waitUntil("to run", it -> it.isRolledOut() && it.readyPodsOf(V2) == 3);
        states(shop, "c", 70)
                .until(cart, CheckOutcome.Fail, "line is 70, worse than 74 of the revision before, says d by ci");
        states(shop, "b", 75).until(cart, CheckOutcome.Pass, "b by ci");

        cart.release(V3).waitUntil("to run", it -> it.isRolledOut() && it.readyPodsOf(V3) == 3);
        states(shop, "a", 74)
                .until(cart, CheckOutcome.Fail, "line is 74, worse than 75 of the revision before, says b by ci");
    }

    @Test
    void orTheBestThatWasEverStated(Namespace shop) {
        var cart = observed(shop, "notWorseThanBaseline: [line], autoRaise: true");
        states(shop, "d", 74).until(cart, CheckOutcome.Pass, "d by ci");
        states(shop, "c", 70)
                .until(cart, CheckOutcome.Fail, "line is 70, worse than 74, the best so far, says d by ci");
        states(shop, "b", 75).until(cart, CheckOutcome.Pass, "b by ci");
        var fails = "line is 74, worse than 75, the best so far, says b by ci";
        states(shop, "a", 74).until(cart, CheckOutcome.Fail, fails);

        cart.release(V2)
                .waitUntilReported("about v2", it -> it.revision().images().equals(List.of(V2.image())));
        assertThat(coverage(cart).message()).isEqualTo(fails);

        shop.client()
                .resources(ReadinessEvidence.class)
                .inNamespace(shop.name())
                .withName("b")
                .delete();
        cart.waitUntilCheckIs("coverage", CheckOutcome.Pass);
    }

    private static App observed(Namespace shop, String ratchet) {
        shop.policy("observed", """
                mode: Observe
                selector: {}
                checks:
                - name: coverage
                  evidence: {type: coverage, about: Deployment, expression: data.line >= 60, %s}
                """.formatted(ratchet));
        return shop.deploy("cart", V1).waitUntil("to run", App::isRolledOut);
    }

    /** Of two in one second the first name counts as the newest, so that later ones have earlier letters. */
    private static StatedCoverage states(Namespace shop, String name, int percent) {
        shop.colleague("ci")
                .states(name, "{type: coverage, about: {deployment: cart}, data: {line: %d}}".formatted(percent));
        return new StatedCoverage(name);
    }

    private record StatedCoverage(String name) {
        void until(App cart, CheckOutcome outcome, String words) {
            cart.waitUntil(
                    name + " to count",
                    it -> it.check("coverage")
                            .filter(one ->
                                    one.outcome() == outcome && one.message().contains(words))
                            .isPresent());
        }
    }

    private static CheckResult coverage(App cart) {
        return cart.check("coverage").orElseThrow();
    }
}
