package dev.readygate.stories;

import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API server accepts objects that a JSON parser with its usual limits rejects. They disturb no other object. */
@ExtendWith(ClusterExtension.class)
class DeepObjectIT {

    @ParameterizedTest
    @ValueSource(ints = {2_000, 9_900})
    void nestedFarTooDeepStopsNoOther(int depth, Namespace shop, KubernetesClient client) {
        othersGoOnBeside("{\"a\":".repeat(depth) + "1" + "}".repeat(depth), shop, client);
    }

    @Test
    void withAFarTooLongNameStopsNoOther(Namespace shop, KubernetesClient client) {
        othersGoOnBeside("{\"" + "n".repeat(60_000) + "\":1}", shop, client);
    }

    private static void othersGoOnBeside(String params, Namespace shop, KubernetesClient client) {
        client.raw(
                "/apis/readygate.dev/v1alpha1/namespaces/%s/readinesspolicies".formatted(shop.name()),
                "POST",
                """
                {"apiVersion": "readygate.dev/v1alpha1", "kind": "ReadinessPolicy", "metadata": {"name": "odd"}, "spec":
                 {"selector": {"matchLabels": {"app": "other"}},
                  "checks": [{"name": "a", "manifest": {"expression": "true", "params": %s}}]}}
                """.formatted(params));
        shop.healthPolicy();
        var cart = shop.deploy("cart", Release.good("v1")).waitUntilVerified();

        shop.operator().kill();
        shop.operator().start();
        cart.release(Release.good("v2")).waitUntilVerified();
    }
}
