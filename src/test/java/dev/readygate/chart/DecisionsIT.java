package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policies readygate-decisions and readygate-decider on a real API server: the rights to override a gate. */
@ExtendWith(ClusterExtension.class)
class DecisionsIT {
    private static final String DECIDED_BY = "readygate.dev/decided-by";

    private GovernedNamespace shop;
    private KubernetesClient admin;
    private KubernetesClient editor;

    @BeforeEach
    void deploy(Cluster cluster) {
        shop = new GovernedNamespace(cluster);
        shop.kubectlWith(ChartManifests.cart("1"), "apply");
        var people = new NamespaceUsers(shop);
        admin = people.withRole("ann", "admin");
        editor = people.withRole("ed", "edit");
        await("their rights")
                .ignoreExceptions()
                .until(() -> annotate(admin, "a", "b") != null && annotate(editor, "c", "d") != null);
    }

    private Deployment annotate(KubernetesClient who, String name, String value) {
        return who.apps()
                .deployments()
                .inNamespace(shop.name())
                .withName("cart")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"annotations\":{\"%s\":%s}}}"
                                .formatted(name, value == null ? "null" : '"' + value + '"'));
    }

    private static String decider(Deployment deployment) {
        return Objects.requireNonNullElse(deployment.getMetadata().getAnnotations(), Map.<String, String>of())
                .get(DECIDED_BY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proceed", "reject"})
    void areTakenByAdminsAndStampedWithTheirName(String verb) {
        assertThat(decider(annotate(admin, "readygate.dev/" + verb, "generation-2")))
                .isEqualTo("ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proceed", "reject"})
    void areNotTakenByEveryEditorOfTheDeployment(String verb) {
        assertThatThrownBy(() -> annotate(editor, "readygate.dev/" + verb, "generation-2"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining(
                        ("ed may not %1$s a revision of Deployment cart: the annotation readygate.dev/%1$s needs"
                                        + " the verb %1$s on readinessreports.readygate.dev in namespace %2$s")
                                .formatted(verb, shop.name()));
    }

    @Test
    void areNotRevokedByThemEither() {
        annotate(admin, "readygate.dev/reject", "generation-2");

        assertThatThrownBy(() -> annotate(editor, "readygate.dev/reject", null)).hasMessageContaining("may not reject");
        assertThatThrownBy(() -> annotate(editor, "readygate.dev/reject", "generation-3"))
                .hasMessageContaining("may not reject");
    }

    @Test
    void doNotKeepUsersFromEverythingElse() {
        annotate(admin, "readygate.dev/proceed", "generation-2");

        assertThat(decider(annotate(editor, "team", "shop"))).isEqualTo("ann");
        assertThat(decider(annotate(editor, "readygate.dev/retry", "5d8f7c"))).isEqualTo("ann");
    }

    @Test
    void cannotBeClaimedInTheNameOfAnother() {
        assertThat(decider(annotate(editor, DECIDED_BY, "ann"))).isNull();

        annotate(admin, "readygate.dev/proceed", "generation-2");
        assertThat(decider(annotate(editor, DECIDED_BY, "ed"))).isEqualTo("ann");
        assertThat(decider(annotate(editor, DECIDED_BY, null))).isEqualTo("ann");
    }

    @Test
    void areAskedForAlsoWhenTheyComeWithANewDeployment() {
        var manifest = ChartManifests.cart("1")
                .replace("{name: cart}", "{name: till, annotations: {readygate.dev/proceed: generation-1}}");

        assertThatThrownBy(() -> editor.load(new java.io.ByteArrayInputStream(manifest.getBytes()))
                        .inNamespace(shop.name())
                        .create())
                .hasMessageContaining("may not proceed");
    }
}
