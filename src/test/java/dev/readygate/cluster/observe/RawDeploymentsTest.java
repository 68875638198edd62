package dev.readygate.cluster.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient
class RawDeploymentsTest {
    private static final DeploymentRef CART = new DeploymentRef("shop", "cart", "uid");
    private static final String PATH = "/apis/apps/v1/namespaces/shop/deployments/cart";

    KubernetesMockServer server;
    KubernetesClient client;

    private static Deployment cart(String uid, long generation) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("cart")
                .withUid(uid)
                .withGeneration(generation)
                .addToLabels("app", "cart")
                .endMetadata()
                .withNewSpec()
                .withReplicas(3)
                .endSpec()
                .build();
    }

    private static Deployment labelled(Deployment deployment) {
        return deployment
                .edit()
                .editMetadata()
                .addToLabels("team", "shop")
                .endMetadata()
                .build();
    }

    private void answers(int code, Object body) {
        server.expect().get().withPath(PATH).andReturn(code, body).always();
    }

    @Test
    void isReadOnceForEachVersion() {
        answers(200, cart("uid", 1));
        var deployments = new RawDeployments(client);

        var first = deployments.of(CART, cart("uid", 1));
        assertThat(first.orElseThrow()).containsKey("spec");
        assertThat(deployments.of(CART, cart("uid", 1)).orElseThrow()).isSameAs(first.orElseThrow());
        assertThat(server.getRequestCount()).isEqualTo(1);

        deployments.of(CART, cart("uid", 2));
        deployments.of(CART, labelled(cart("uid", 2)));
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void isReadAgainAfterItWasForgotten() {
        answers(200, cart("uid", 1));
        var deployments = new RawDeployments(client);
        deployments.of(CART, cart("uid", 1));

        deployments.forget(CART);

        deployments.of(CART, cart("uid", 1));
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aNamesakeIsAnother() {
        answers(200, cart("another", 1));

        assertThat(new RawDeployments(client).of(CART, cart("uid", 1))).isEmpty();
    }

    @Test
    void anUnreadableDeploymentIsUnknown() {
        answers(403, "no");

        assertThat(new RawDeployments(client).of(CART, cart("uid", 1))).isEmpty();
    }

    @Test
    void aDeletedDeploymentIsUnknown() {
        assertThat(new RawDeployments(client).of(CART, cart("uid", 1))).isEmpty();
    }
}
