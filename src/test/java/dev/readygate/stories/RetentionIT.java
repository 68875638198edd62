package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pipeline writes evidence for each build, year after year. */
@ExtendWith(ClusterExtension.class)
class RetentionIT {
    private static final Release V1 = Release.good("v1");
    private static final int KEPT = 100;
    private static final int BUILDS = KEPT + 20;
    private static final String TESTS = "{type: unit-tests, outcome: Pass, about: {image: '%s'}}";

    @Test
    void theNewestAndCitedOnesStay(Namespace shop) {
        var ci = shop.colleague("runner", "ci");
        shop.policy("vouching", """
                        mode: Enforce
                        rollout: {onFailure: Withdraw}
                        selector: {}
                        checks:
                        - name: vouched
                          gate: Serve
                          evidence: {type: unit-tests, about: Image}
                        """);
        var cart = shop.deploy("cart", V1).waitUntil("to run", App::isRolledOut);
        var image = cart.imageOf(V1);
        ci.states("already-of-what-runs", TESTS.formatted(image));
        cart.waitUntil(
                "to rest on it",
                it -> it.check("vouched")
                        .filter(one -> "already-of-what-runs".equals(one.evidence()))
                        .isPresent());

        for (int build = 0; build < BUILDS; build++) {
            ci.states("build-%03d".formatted(build), TESTS.formatted(image.split("@")[0] + ":build-" + build));
        }

        cart.waitUntil("to be tidied up", it -> evidence(it).size() == KEPT + 1);
        assertThat(evidence(cart))
                .contains("already-of-what-runs", "build-119", "build-020")
                .doesNotContain("build-000", "build-019");
        assertThat(cart.check("vouched").orElseThrow().evidence()).isEqualTo("already-of-what-runs");
    }

    private static Set<String> evidence(App cart) {
        var all = cart.namespace().client().resources(ReadinessEvidence.class);
        return all.inNamespace(cart.namespace().name()).list().getItems().stream()
                .map(it -> it.getMetadata().getName())
                .collect(Collectors.toSet());
    }
}
