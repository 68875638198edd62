package dev.readygate.cluster.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.facts.ServiceFact;
import dev.readygate.facts.ServiceFact.ServiceForm;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceFactsTest {
    private static final String PORTS = "ports: [{port: 53, protocol: UDP}, {name: http, port: 80, protocol: TCP}]";

    @Test
    void anAddressInFrontOfPods() {
        var cart = fact("{selector: {app: cart}, clusterIP: 10.96.0.7, " + PORTS + "}");
        assertThat(cart)
                .isEqualTo(new ServiceFact(
                        "cart",
                        ServiceForm.Selecting,
                        Optional.of("10.96.0.7"),
                        List.of(new ServiceFact.ServicePort(Optional.of("http"), 80)),
                        true));
    }

    @Test
    void selectsOnlyPodsWithAllOfItsLabels() {
        assertThat(fact("{selector: {app: cart, tier: web}, " + PORTS + "}").selectsUs())
                .isFalse();
        assertThat(fact("{" + PORTS + "}").selectsUs()).isFalse();
    }

    @Test
    void formsThatAreNoAddressInFrontOfPods() {
        assertThat(fact("{selector: {app: cart}, clusterIP: None, " + PORTS + "}")
                        .form())
                .isEqualTo(ServiceForm.Headless);
        assertThat(fact("{type: ExternalName, externalName: a.example, selector: {app: cart}}")
                        .form())
                .isEqualTo(ServiceForm.ExternalName);
        assertThat(fact("{clusterIP: 10.96.0.7, " + PORTS + "}"))
                .extracting(ServiceFact::form, ServiceFact::address)
                .containsExactly(ServiceForm.WithoutSelector, Optional.empty());
    }

    private static ServiceFact fact(String spec) {
        var yaml = "{apiVersion: v1, kind: Service, metadata: {name: cart, namespace: shop}, spec: %s}".formatted(spec);
        var service = Trims.service(Serialization.unmarshal("---\n" + yaml, Service.class));
        return ServiceFacts.of(service, List.of(Map.of("app", "cart", "pod-template-hash", "abc")));
    }
}
