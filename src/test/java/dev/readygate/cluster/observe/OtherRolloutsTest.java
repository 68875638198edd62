package dev.readygate.cluster.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.api.model.APIGroupListBuilder;
import io.fabric8.kubernetes.api.model.APIResourceListBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true)
class OtherRolloutsTest {
    private static final DeploymentRef CART = new DeploymentRef("shop", "cart", "uid");
    private static final String CANARY = """
            apiVersion: flagger.app/v1beta1
            kind: Canary
            metadata: {name: release, namespace: shop}
            spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, name: cart}}
            status: {phase: Initialized}
            """;

    KubernetesMockServer server;
    KubernetesClient client;

    private void serveCanaries() {
        server.expect()
                .get()
                .withPath("/apis")
                .andReturn(
                        200,
                        new APIGroupListBuilder()
                                .addNewGroup()
                                .withName("flagger.app")
                                .withNewPreferredVersion("flagger.app/v1beta1", "v1beta1")
                                .endGroup()
                                .build())
                .always();
        server.expect()
                .get()
                .withPath("/apis/flagger.app/v1beta1")
                .andReturn(
                        200,
                        new APIResourceListBuilder()
                                .withGroupVersion("flagger.app/v1beta1")
                                .addNewResource()
                                .withName("canaries")
                                .withKind("Canary")
                                .withNamespaced(true)
                                .endResource()
                                .build())
                .always();
    }

    /** A look at a Deployment that comes of its rollout finds it, also where the rollout was there before its watch. */
    @Test
    void aDeploymentIsWokenWhenItsRolloutCanBeFound() {
        serveCanaries();
        client.resource(Serialization.unmarshal(CANARY, GenericKubernetesResource.class))
                .create();
        var asked = new AtomicReference<OtherRollouts>();
        List<Optional<String>> found = new CopyOnWriteArrayList<>();

        try (var rollouts = new OtherRollouts(
                client,
                new WatchScope(List.of(), Set.of()),
                (namespace, name) -> found.add(asked.get().of(CART)))) {
            asked.set(rollouts);
            rollouts.start();

            assertThat(rollouts.of(CART)).contains("Canary release");
            assertThat(found).last().isEqualTo(Optional.of("Canary release"));
        }
    }
}
