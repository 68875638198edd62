package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The policy readygate-applier on a real API server: it stamps the user whose release a Deployment declares. */
@ExtendWith(ClusterExtension.class)
class ApplierIT {
    private static final String STAMP = "readygate.dev/applied-by";
    private static final String[] ADMINS = {"system:masters"};

    private GovernedNamespace shop;

    @BeforeEach
    void deployGoverned(Cluster cluster) {
        shop = new GovernedNamespace(cluster);
        apply(shop.admin(), "v1");
        shop.book("cart", current().getMetadata().getUid() + "|serve|||");
    }

    private Deployment current() {
        return shop.admin()
                .apps()
                .deployments()
                .inNamespace(shop.name())
                .withName("cart")
                .get();
    }

    private KubernetesClient as(String user) {
        return shop.as(user, ADMINS);
    }

    private Deployment apply(KubernetesClient who, String version) {
        return who.resource(manifest(version))
                .fieldManager("gitops")
                .forceConflicts()
                .serverSideApply();
    }

    private Deployment manifest(String version) {
        var labels = Map.of("app", "cart");
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("cart")
                .withNamespace(shop.name())
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("app")
                .withImage("registry.example/cart:" + version)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static String applier(Deployment deployment) {
        return Objects.requireNonNullElse(deployment.getMetadata().getAnnotations(), Map.<String, String>of())
                .get(STAMP);
    }

    @Test
    void isTheUserThatChangedTheTemplate() {
        assertThat(applier(current())).isNull();

        assertThat(applier(apply(as("ann"), "v2"))).isEqualTo("ann");
        assertThat(applier(apply(as("ben"), "v3"))).isEqualTo("ben");
    }

    @Test
    void isStillTheSameWhenAnotherUserAppliesTheSameOrScales() {
        apply(as("ann"), "v2");

        assertThat(applier(apply(as("ben"), "v2"))).isEqualTo("ann");
        as("ben").apps().deployments().inNamespace(shop.name()).withName("cart").scale(2);
        assertThat(applier(current())).isEqualTo("ann");
    }

    @Test
    void cannotBeClaimedForgedOrRemoved() {
        apply(as("ann"), "v2");

        shop.kubectl("annotate", "--overwrite", "deployment/cart", STAMP + "=somebody-else");
        assertThat(applier(current())).isEqualTo("ann");
        shop.kubectl("annotate", "deployment/cart", STAMP + "-");
        assertThat(applier(current())).isEqualTo("ann");
        as("ben").resource(manifest("v2")).update();
        assertThat(applier(current())).isEqualTo("ann");
    }

    /** The stamp has no field manager, so no GitOps tool sees a drift or removes it. */
    @Test
    void isNoFieldOfTheGitOpsTool() {
        var applied = apply(as("ann"), "v2");

        assertThat(applied.getMetadata().getManagedFields())
                .filteredOn(it -> "gitops".equals(it.getManager()))
                .extracting(ManagedFieldsEntry::getFieldsV1)
                .isNotEmpty()
                .noneMatch(it -> String.valueOf(it.getAdditionalProperties()).contains(STAMP));
    }

    @Test
    void isNotAskedOfADeploymentOutsideTheBook() {
        shop.book("till", "uid|serve|||");

        assertThat(applier(apply(as("ann"), "v2"))).isNull();
    }

    @Test
    void isNotTheOperator() {
        apply(as("ann"), "v2");

        shop.operator()
                .apps()
                .deployments()
                .inNamespace(shop.name())
                .withName("cart")
                .patch(PatchContext.of(PatchType.STRATEGIC_MERGE), """
                        {"spec": {"template": {"spec": {"containers": [{"name": "app", "image": "cart:1"}]}}}}""");

        assertThat(current()
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage())
                .isEqualTo("cart:1");
        assertThat(applier(current())).isEqualTo("ann");
    }
}
