package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A chart of the shop's own, upgraded and rolled back by the real Helm 3 over releases that are held. */
@ExtendWith(ClusterExtension.class)
class HelmIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");
    private static final Release SICK_TOO = Release.sick("v2.1");
    private static final Release V3 = Release.good("v3");

    @TempDir
    private Path chart;

    @Test
    void waitingEndsWithSuccessWhenAReleaseWasWithdrawn(Namespace shop) {
        var cart = installed(shop, 2);

        upgrade(shop, SICK, "--wait", "--timeout", "5m");

        assertThat(cart.waitUntilWithdrawn()).serves(V1, 2).isPausedByReadygate();
    }

    @Test
    void waitingLastsAsLongAsNewPodsWaitAtTheirGate(Namespace shop) {
        var cart = installed(shop, 100);

        assertThatThrownBy(() -> upgrade(shop, SICK, "--wait", "--timeout", "4s"))
                .hasMessageContaining("UPGRADE FAILED")
                .message()
                .containsAnyOf("timed out", "deadline exceeded");
        assertThat(cart).serves(V1, 2).isReported(Phase.Serve);

        helm(shop, "rollback", "shop", "1");
        assertThat(cart.waitUntilVerified()).serves(V1, 2).hasNoPodsOf(SICK).isLeftAlone();
    }

    @Test
    void aRollbackLiftsTheHoldAndTheNextReleaseHasNoTraceOfIt(Namespace shop) {
        var cart = installed(shop, 2);
        upgrade(shop, SICK);
        cart.waitUntilWithdrawn();

        helm(shop, "rollback", "shop", "1", "--wait", "--timeout", "5m");
        assertThat(cart.waitUntilVerified()).serves(V1, 2).isLeftAlone();

        upgrade(shop, SICK_TOO);
        cart.waitUntilWithdrawn();
        upgrade(shop, V3, "--wait", "--timeout", "5m");
        assertThat(cart.waitUntilVerified()).serves(V3, 2).isLeftAlone();
        assertThat(environmentOf(cart)).isEmpty();
    }

    private static List<?> environmentOf(App cart) {
        return cart.deployment()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getEnv();
    }

    private App installed(Namespace shop, int failAfter) {
        writeChart();
        upgrade(shop, V1);
        var cart = shop.app("cart");
        var policy = shop.policy("health", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Withdraw, soak: 0s}
                checks:
                - {name: healthy, gate: Serve, every: 1s, timeout: 1s, failAfter: %d, http: {path: /health}}
                """.formatted(failAfter));
        cart.waitUntilVerified();
        policy.waitUntilEnforced();
        return cart;
    }

    private void upgrade(Namespace shop, Release release, String... flags) {
        var environment = release.environment().entrySet().stream()
                .map(it -> "{\"name\": \"%s\", \"value\": \"%s\"}".formatted(it.getKey(), it.getValue()))
                .toList();
        var words = new ArrayList<>(List.of("upgrade", "--install", "shop", chart.toString()));
        words.addAll(List.of("--set", "image=" + release.image(), "--set-json", "env=" + environment));
        words.addAll(List.of(flags));
        helm(shop, words.toArray(String[]::new));
    }

    private static void helm(Namespace shop, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--namespace", shop.name()));
        shop.cluster().run("helm", all.toArray(String[]::new));
    }

    private void writeChart() {
        try {
            Files.writeString(chart.resolve("Chart.yaml"), "{apiVersion: v2, name: shop, version: 1.0.0}\n");
            Files.createDirectories(chart.resolve("templates"));
            Files.writeString(chart.resolve("templates/cart.yaml"), """
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: cart, labels: {app: cart}}
                    spec:
                      replicas: 2
                      selector: {matchLabels: {app: cart}}
                      template:
                        metadata: {labels: {app: cart}}
                        spec:
                          terminationGracePeriodSeconds: 0
                          containers:
                          - name: app
                            image: {{ .Values.image }}
                            ports: [{name: http, containerPort: 8080}]
                            env: {{ toJson .Values.env }}
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
