package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Manifests are looked at with what stands around them, whenever any of it changes. */
@ExtendWith(ClusterExtension.class)
class ManifestIT {
    private static final Release V1 = Release.good("v1");

    private static final String POLICY = """
            selector: {}
            checks:
            - name: guarded
              manifest:
                expression: pdbs.size() == 1
                message: add one PodDisruptionBudget for its pods
            """;

    private static final String BUDGET = """
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: %s}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: %s}}}
            """;

    @Test
    void aBudgetThatIsAddedIsSeenWithoutTouchingTheDeployment(Namespace shop) {
        shop.policy("manifests", POLICY);
        var cart = shop.deploy("cart", V1).waitUntilCheckIs("guarded", CheckOutcome.Fail);
        var generation = cart.generation();
        assertThat(result(cart, "guarded").message()).isEqualTo("add one PodDisruptionBudget for its pods");

        shop.apply(BUDGET.formatted("of-another", "basket")).apply(BUDGET.formatted("cart", "cart"));

        cart.waitUntilCheckIs("guarded", CheckOutcome.Pass);
        assertThat(cart.generation()).isEqualTo(generation);
    }

    private static CheckResult result(App app, String check) {
        return app.check(check).orElseThrow();
    }
}
