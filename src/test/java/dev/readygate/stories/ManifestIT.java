package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.Verdict;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Manifests are checked together with the objects around them, whenever one of these changes. */
@ExtendWith(ClusterExtension.class)
class ManifestIT {
    private static final Release V1 = Release.good("v1");

    private static final String POLICY = """
            selector: {}
            checks:
            - name: availability
              required: true
              manifest: {pack: availability, skip: [spread-over-nodes, spread-over-zones]}
            - name: guarded
              manifest:
                params: {most: 1}
                expression: pdbs.exists(p, p.spec.maxUnavailable <= params.most)
                message: add a PodDisruptionBudget with maxUnavailable 1
            """;

    private static final String BUDGET = """
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: %1$s}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: %1$s}}}
            """;

    @Test
    void aBudgetThatIsAddedIsSeenWithoutTouchingTheDeployment(Namespace shop) {
        shop.policy("manifests", POLICY);
        var cart = shop.deploy("cart", V1).waitUntilCheckIs("guarded", CheckOutcome.Fail);
        var generation = cart.generation();
        assertThat(result(cart, "guarded").message()).isEqualTo("add a PodDisruptionBudget with maxUnavailable 1");
        assertThat(result(cart, "availability").message()).startsWith("1 of 8 rules not kept: has-pdb: Add one Pod");
        assertThat(result(cart, "availability").value()).isEqualTo("7 of 8 rules");
        assertThat(result(cart, "availability").score()).isBetween(80.0, 90.0);

        shop.apply(BUDGET.formatted("basket")).apply(BUDGET.formatted("cart"));

        cart.waitUntilCheckIs("guarded", CheckOutcome.Pass)
                .waitUntilReported("to pass", it -> it.verdict() == Verdict.Pass && it.score() == 100);
        assertThat(result(cart, "availability").message()).isEqualTo("all 8 rules are kept");
        assertThat(cart.generation()).isEqualTo(generation);
    }

    @Test
    void aLabelIsSeenThoughItMakesNoNewGeneration(Namespace shop) {
        shop.policy("manifests", """
                selector: {}
                checks:
                - name: owned
                  manifest: {expression: "object.metadata.labels[?'owner'].hasValue()"}
                """);
        var cart = shop.deploy("cart", V1).waitUntilCheckIs("owned", CheckOutcome.Fail);
        var generation = cart.generation();

        cart.kubectl("label", "owner=shop");

        cart.waitUntilCheckIs("owned", CheckOutcome.Pass);
        assertThat(cart.generation()).isEqualTo(generation);
    }

    @Test
    void atGateServeAManifestThatFailsIsWithdrawn(Namespace shop) {
        shop.policy("manifests", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Withdraw, soak: 0s}
                checks:
                - {name: pinned, gate: Serve, manifest: {pack: images, skip: [image-digest]}}
                """)
                .waitUntil("to be accepted", it -> it.conditions().size() == 2);
        var cart = shop.deploy("cart", V1).waitUntilVerified();

        cart.release(Release.good("latest")).waitUntilWithdrawn();
        assertThat(result(cart, "pinned").message())
                .startsWith("1 of 1 rules not kept: image-tagged: container app: Name a version");
        cart.waitUntil(
                "only v1 to serve", it -> it.readyPodsOf(V1) == 3 && it.pods().size() == 3);

        cart.release(Release.good("v2")).waitUntilVerified();
    }

    @Test
    void aRestartOfTheOperatorIsNoNews(Namespace shop) {
        shop.policy("manifests", POLICY);
        var cart = shop.deploy("cart", V1).waitUntilCheckIs("guarded", CheckOutcome.Fail);
        shop.apply(BUDGET.formatted("cart"));
        cart.waitUntilReported("to pass", it -> it.verdict() == Verdict.Pass);
        cart.waitUntil("to be rolled out", App::isRolledOut);
        var before = reportsWritten(shop);

        shop.operator().kill();
        shop.operator().start();
        cart.kubectl("label", "touched=true");
        shop.apply(BUDGET.formatted("cart").replace("maxUnavailable: 1", "maxUnavailable: 2"));

        cart.waitUntilCheckIs("guarded", CheckOutcome.Fail);
        assertThat(reportsWritten(shop) - before)
                .as("the one change that was news")
                .isEqualTo(1);
    }

    private static long reportsWritten(Namespace shop) {
        return shop.writesOfTheOperator().stream()
                .filter(it -> it.contains("readinessreports/status"))
                .count();
    }

    @Test
    void anExpressionThatMeansNothingIsThePolicysMistakeAlone(Namespace shop) {
        var policy = shop.policy("manifests", """
                selector: {}
                checks:
                - {name: broken, required: true, manifest: {expression: object.spec.replicas >}}
                - {name: replicas, manifest: {expression: object.spec.replicas > 2}}
                """);
        var cart = shop.deploy("cart", V1).waitUntilCheckIs("replicas", CheckOutcome.Pass);

        assertThat(result(cart, "broken").outcome()).isEqualTo(CheckOutcome.Error);
        policy.waitUntil(
                "to be told",
                it -> it.conditions().stream()
                        .anyMatch(one -> one.type().equals("Ready")
                                && one.reason().equals("InvalidCheck")
                                && one.message().startsWith("broken: expression is no valid expression: ")));
    }

    private static CheckResult result(App app, String check) {
        return app.check(check).orElseThrow();
    }
}
