package dev.readygate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import dev.readygate.testing.TestPolicy;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of docs/guides/gitops.md holds for Deployments, reports and policies of a real API server. */
@ExtendWith(ClusterExtension.class)
class ArgoHealthIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");
    private static final Release SICK = Release.sick("v3");

    @Test
    void aReleaseIsHealthyThenProgressingThenDegradedAndHealthyAgain(Namespace shop) {
        var cart = shop.deploy("cart", V1);
        var policy = patient(shop, 15);
        cart.waitUntilVerified();
        policy.waitUntilEnforced();
        shows("Healthy", "Healthy", cart);
        assertThat(ArgoHealth.of(shop.policyNamed("patient").orElseThrow()).status())
                .isEqualTo("Healthy");

        cart.release(SICK).waitUntil("its pods to wait", it -> it.waitingPodsOf(SICK) > 0);
        shows("Progressing", "Progressing", cart);

        cart.waitUntilWithdrawn();
        shows("Degraded", "Degraded", cart);
        assertThat(deployment(cart).message()).contains("healthy: GET /health answered 503");

        cart.release(V2).waitUntilVerified();
        shows("Healthy", "Healthy", cart);
    }

    @Test
    void aReleaseThatWaitsAtGateStartIsSuspended(Namespace shop) {
        var cart = shop.deploy("cart", V1);
        shop.policy("signed-off", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Withdraw, soak: 0s}
                checks:
                - {name: signed-off, gate: Start, approval: {groups: [managers]}}
                """);
        cart.waitUntilVerified()
                .waitUntil(
                        "the book to ask for gate Start",
                        it -> it.bookLine()
                                .filter(line -> line.contains("start"))
                                .isPresent());

        cart.release(V2).waitUntilReported("to wait", it -> it.phase() == Phase.Start);

        shows("Suspended", "Suspended", cart);
        assertThat(deployment(cart).message()).startsWith("generation-").contains("waits at gate Start");
    }

    private static void shows(String deployment, String report, App cart) {
        Awaitility.await("%s to be shown as %s, its report as %s".formatted(cart.name(), deployment, report))
                .until(() -> deployment(cart).status().equals(deployment)
                        && report(cart).status().equals(report));
    }

    private static ArgoHealth deployment(App cart) {
        return ArgoHealth.of(cart.deployment());
    }

    private static ArgoHealth report(App cart) {
        return ArgoHealth.of(cart.namespace().report(cart.name()).orElseThrow());
    }

    /** A policy whose check fails only after some seconds, so that the test sees the release in progress. */
    private static TestPolicy patient(Namespace shop, int seconds) {
        return shop.policy("patient", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Withdraw, soak: 0s}
                checks:
                - {name: healthy, gate: Serve, every: 1s, timeout: 1s, failAfter: %d, http: {path: /health}}
                """.formatted(seconds));
    }
}
