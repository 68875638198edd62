package dev.readygate.cluster.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import org.junit.jupiter.api.Test;

class OwnersTest {

    private static Deployment ownedBy(String apiVersion, String kind, boolean controller) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("cart-primary")
                .addNewOwnerReference()
                .withApiVersion(apiVersion)
                .withKind(kind)
                .withName("cart")
                .withUid("c-1")
                .withController(controller)
                .endOwnerReference()
                .endMetadata()
                .build();
    }

    @Test
    void aControllerForProgressiveDeliveryDrivesIt() {
        assertThat(Owners.drivenBy(ownedBy("flagger.app/v1beta1", "Canary", true)))
                .contains("Canary cart");
        assertThat(Owners.drivenBy(ownedBy("argoproj.io/v1alpha1", "Rollout", true)))
                .contains("Rollout cart");
    }

    @Test
    void anyOtherOwnerOnlyMadeIt() {
        assertThat(Owners.drivenBy(ownedBy("shop.example/v1", "Shop", true))).isEmpty();
        assertThat(Owners.drivenBy(ownedBy("flagger.app/v1beta1", "Canary", false)))
                .isEmpty();
    }
}
