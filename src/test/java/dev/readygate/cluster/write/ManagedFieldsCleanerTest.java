package dev.readygate.cluster.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On clusters where no admission policy removes the operator from managedFields. */
@EnableKubernetesMockClient
class ManagedFieldsCleanerTest {
    private static final String PATH = "/apis/apps/v1/namespaces/shop/deployments/cart";

    KubernetesMockServer server;
    KubernetesClient client;

    private static Deployment ownedBy(String... managers) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("cart")
                .withUid("d-1")
                .withResourceVersion("42")
                .withManagedFields(Stream.of(managers)
                        .map(it ->
                                new ManagedFieldsEntryBuilder().withManager(it).build())
                        .toList())
                .endMetadata()
                .build();
    }

    private void answers(int code) {
        server.expect()
                .patch()
                .withPath(PATH + "?fieldManager=readygate")
                .andReturn(code, ownedBy())
                .once();
    }

    @Test
    void areRemovedFromThisVeryVersion() throws InterruptedException {
        answers(200);

        new ManagedFieldsCleaner(client).cover(ownedBy("gitops", "readygate"));

        assertThat(server.takeRequest().getBody().readUtf8())
                .isEqualTo("[{\"op\":\"add\",\"path\":\"/metadata/uid\",\"value\":\"d-1\"},"
                        + "{\"op\":\"add\",\"path\":\"/metadata/resourceVersion\",\"value\":\"42\"},"
                        + "{\"op\":\"remove\",\"path\":\"/metadata/managedFields/1\"}]");
    }

    @Test
    void areNotLookedForAgainWhereThereAreNone() {
        new ManagedFieldsCleaner(client).cover(ownedBy("gitops", "kubectl"));

        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void areLeftAfterAConflict() {
        answers(409);

        new ManagedFieldsCleaner(client).cover(ownedBy("readygate"));

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void areNoReasonToHideARefusal() {
        answers(403);

        assertThatThrownBy(() -> new ManagedFieldsCleaner(client).cover(ownedBy("readygate")))
                .isInstanceOf(KubernetesClientException.class);
    }
}
