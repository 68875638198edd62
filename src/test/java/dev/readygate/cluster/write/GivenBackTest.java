package dev.readygate.cluster.write;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.readygate.cluster.kube.Overtaken;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.PodTemplate;
import dev.readygate.facts.RejectedTemplate;
import dev.readygate.facts.Workload;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The GateBook forgets a rejected template after its fields have their owners again, so it must be the declared one.
 */
@EnableKubernetesMockClient
class GivenBackTest {
    private static final String PATH = "/apis/apps/v1/namespaces/shop/deployments/cart";

    KubernetesMockServer server;
    KubernetesClient client;

    /** The decision is about generation 1. */
    private void giveBackIn(int generation) {
        var text = "{\"metadata\": {\"uid\": \"d-1\", \"resourceVersion\": \"42\", \"generation\": %d}}";
        var stored = text.formatted(generation);
        server.expect().get().withPath(PATH).andReturn(200, stored).always();
        server.expect()
                .patch()
                .withPath(PATH + "?fieldManager=readygate")
                .andReturn(200, stored)
                .always();
        var cart = new DeploymentRef("shop", "cart", "d-1");
        var desired = new Workload.Desired(3, false, 0, 1, false);
        var observed = new Workload.Observed(true, 2, 3, 3, 3, Optional.empty());
        var workload = new Workload(cart, "41", Instant.EPOCH, Map.of(), desired, observed, Optional.empty());
        new TemplateWrites(client).giveBack(workload, new RejectedTemplate(new PodTemplate("{}"), 2));
    }

    @Test
    void whereItIsDeclared() {
        assertThatNoException().isThrownBy(() -> giveBackIn(1));
    }

    @Test
    void notWhereSomethingElseIsDeclaredByNow() {
        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(() -> giveBackIn(2))
                .matches(Overtaken::by);
    }
}
