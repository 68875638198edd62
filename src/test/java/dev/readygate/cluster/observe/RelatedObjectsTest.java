package dev.readygate.cluster.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.cluster.observe.RelatedResource.Aim;
import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true)
class RelatedObjectsTest {
    private static final Aim CART = aim("cart");
    private static final Aim BASKET = aim("basket");

    KubernetesMockServer server;
    KubernetesClient client;

    private final Queue<String> woken = new ConcurrentLinkedQueue<>();
    private RelatedObjects surroundings;

    private static Aim aim(String name) {
        return new Aim(new DeploymentRef("shop", name, "uid-" + name), Map.of("app", name), "default");
    }

    @BeforeEach
    void watchServices() {
        surroundings = RelatedObjects.KindWatches.of(client, new WatchScope(List.of(), Set.of()))
                .of(EnumSet.of(RelatedResource.Service), (namespace, name) -> woken.add(name));
    }

    @AfterEach
    void stop() {
        surroundings.close();
    }

    private Service service(String name, String app) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addToSelector("app", app)
                .endSpec()
                .build();
    }

    private void known() {
        await("services").until(() -> surroundings.isKnown("shop"));
    }

    private List<Object> names(Aim aim) {
        return surroundings.around(aim, RelatedResource.Service).orElseThrow().stream()
                .map(it -> ((Map<?, ?>) it.get("metadata")).get("name"))
                .map(Object.class::cast)
                .toList();
    }

    @Test
    void areNotWatchedUntilNeeded() {
        client.resource(service("front", "cart")).create();
        var before = server.getRequestCount();
        assertThat(surroundings.isKnown("shop")).isFalse();
        assertThat(surroundings.around(CART, RelatedResource.Service)).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(before);

        surroundings.need(CART);

        known();
        assertThat(names(CART)).containsExactly("front");
        assertThat(names(BASKET)).isEmpty();
    }

    @Test
    void deploymentsAreWokenWhenAllAreKnown() {
        surroundings.need(CART);

        await("to be woken").until(() -> woken.contains("cart"));
        assertThat(surroundings.isKnown("shop")).isTrue();
    }

    @Test
    void aChangeWakesOnlyDeploymentsItConcerns() {
        surroundings.need(CART);
        surroundings.need(BASKET);
        known();
        await("all to be woken").until(() -> woken.size() == 2);
        woken.clear();

        client.resource(service("front", "cart")).create();

        await("to be woken").until(() -> woken.contains("cart"));
        client.resource(service("front", "basket")).update();
        await("whom it means now").until(() -> woken.contains("basket"));
        assertThat(woken).containsExactly("cart", "cart", "basket");
        assertThat(names(CART)).isEmpty();
        assertThat(names(BASKET)).containsExactly("front");
    }

    @Test
    void areNotWatchedWhenNoLongerNeeded() {
        surroundings.need(CART);
        known();

        surroundings.noLongerNeed(CART.ref());

        assertThat(surroundings.isKnown("shop")).isFalse();
        surroundings.need(BASKET);
        known();
    }
}
