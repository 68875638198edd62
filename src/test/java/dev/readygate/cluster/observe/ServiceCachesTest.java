package dev.readygate.cluster.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true)
class ServiceCachesTest {
    private static final DeploymentRef CART = new DeploymentRef("shop", "cart", "uid");
    private static final List<Map<String, String>> PODS = List.of(Map.of("app", "cart"));

    KubernetesMockServer server;
    KubernetesClient client;

    private final List<String> woken = new CopyOnWriteArrayList<>();
    private ServiceCaches services;

    @BeforeEach
    void watch() {
        services = new ServiceCaches(client, (namespace, name) -> woken.add(namespace + "/" + name));
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void thoseOfTheNamespaceAreKnownAtOnce() {
        client.resource(service("cart", "shop")).create();
        client.resource(service("cart", "elsewhere")).create();
        assertThat(services.around(CART, PODS))
                .singleElement()
                .satisfies(it -> assertThat(it.selectsUs()).isTrue());
    }

    @Test
    void aNewOneWakesDeploymentsThatNeedServices() {
        assertThat(services.around(CART, PODS)).isEmpty();
        client.resource(service("cart", "shop")).create();
        await().until(() -> woken.contains("shop/cart"));
        assertThat(services.around(CART, PODS)).hasSize(1);
    }

    @Test
    void nothingIsWatchedUntilItIsNeeded() {
        client.resource(service("cart", "shop")).create();
        int before = server.getRequestCount();
        services.noLongerNeed(CART);
        assertThat(server.getRequestCount()).isEqualTo(before);
        assertThat(services.around(CART, PODS)).hasSize(1);
        assertThat(server.getRequestCount()).isGreaterThan(before);
    }

    @Test
    void aNamespaceNeededAgainIsKnownAnew() {
        services.around(CART, PODS);
        services.noLongerNeed(CART);
        client.resource(service("cart", "shop")).create();
        assertThat(services.around(CART, PODS)).hasSize(1);
    }

    private static Service service(String name, String namespace) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withClusterIP("10.96.0.7")
                .withSelector(Map.of("app", "cart"))
                .addNewPort()
                .withPort(80)
                .withProtocol("TCP")
                .endPort()
                .endSpec()
                .build();
    }
}
