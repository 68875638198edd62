package dev.readygate.cluster.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.cluster.observe.RelatedResource.Aim;
import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An operator with the rights of an older chart: kinds that it may not list are unknown, and stop nothing else. */
@EnableKubernetesMockClient
class ForbiddenSurroundingsTest {
    private static final Aim CART = new Aim(new DeploymentRef("shop", "cart", "uid"), Map.of("app", "cart"), "default");

    KubernetesMockServer server;
    KubernetesClient client;

    @Test
    void areUnknownAndAskedForAgain() {
        server.expect()
                .get()
                .withPath("/api/v1/services?resourceVersion=0")
                .andReturn(403, "no")
                .always();
        var sources = RelatedObjects.KindWatches.of(client, new WatchScope(List.of(), Set.of()));
        try (var surroundings = sources.of(EnumSet.of(RelatedResource.Service), (namespace, name) -> {})) {
            surroundings.need(CART);

            await("another try").until(() -> server.getRequestCount() > 1);
            assertThat(surroundings.isKnown("shop")).isFalse();
            assertThat(sources.fresh()).isTrue();
        }
    }
}
