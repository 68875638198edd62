package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.App;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * On an API server without mutating policies. It enforces gate Admit all the same; at gate Start the operator
 * pauses a new template as soon as it sees it.
 */
@TestMethodOrder(OrderAnnotation.class)
class OlderKubernetesIT {
    private static final Release V1 = Release.good("v1");

    /**
     * Its pods take a moment to start, as pods do: a revision that starts at once has taken over before the
     * operator can pause it.
     */
    private static final Release V2 = Release.good("v2").with("SIM_START", "2s");

    private static final Release BAD = Release.good("latest");

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.startOlder();
        cluster.operator().ensureRunning();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aNewTemplateIsPausedAsSoonAsItIsSeenAndStartsWhenItIsApproved() {
        try (var shop = cluster.namespace(Map.of())) {
            var cart = waitingForApproval(shop).release(V2);
            cart.waitUntilReported("to wait", it -> it.phase() == Phase.Start);
            assertThat(cart).serves(V1, 3).isPausedByReadygate().isSaidToBe("WaitingToStart");

            approve(shop, cart.status().orElseThrow().revision().hash());

            assertThat(cart.waitUntilVerified()).serves(V2, 3).isLeftAlone();
        }
    }

    private static App waitingForApproval(Namespace shop) {
        shop.policy("signed-off", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Withdraw, soak: 0s}
                checks:
                - {name: signed-off, gate: Start, approval: {groups: [managers], allowApplier: true}}
                """);
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        return cart.waitUntil(
                "the book to ask for it",
                it -> it.bookLine().filter(line -> line.contains("start")).isPresent());
    }

    /** No policy stamps the author here, so the evidence names it, and the API server rejects other users. */
    private static void approve(Namespace shop, String revision) {
        shop.colleague("boris", "managers")
                .states(
                        "approved",
                        "{type: signed-off, outcome: Pass, about: {deployment: cart, revision: %s}, by: {user: boris, groups: [managers]}}"
                                .formatted(revision));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aManifestIsDeniedAndNothingOfThatIsLeftAfterUninstalling() {
        try (var shop = cluster.namespace(Map.of())) {
            shop.policy("manifests", """
                    mode: Enforce
                    selector: {}
                    rollout: {onFailure: Withdraw}
                    checks: [{name: pinned, gate: Admit, manifest: {pack: images, skip: [image-digest]}}]
                    """);
            Awaitility.await("it to be denied")
                    .untilAsserted(() -> assertThatThrownBy(() -> cluster.run(
                                    "kubectl",
                                    "create",
                                    "deployment",
                                    "basket",
                                    "--dry-run=server",
                                    "--image=" + BAD.image(),
                                    "--namespace=" + shop.name()))
                            .hasMessageContaining("check pinned"));
            assertThat(policies()).contains("readygate-admit-");
        }
        cluster.operator().kill();

        cluster.run("helm", "uninstall", "readygate", "--namespace=readygate", "--wait", "--timeout=5m");

        Awaitility.await("all of it to go")
                .untilAsserted(() -> assertThat(policies()).doesNotContain("readygate"));
    }

    private static String policies() {
        return cluster.run(
                "kubectl", "get", "validatingadmissionpolicies,validatingadmissionpolicybindings", "--output=name");
    }
}
