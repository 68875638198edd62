package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The policy readygate-stamps on a real API server: stamps with the author of a release or decision get in only
 * through it.
 */
@ExtendWith(ClusterExtension.class)
class StampsIT {
    private static final String APPLIED_BY = "readygate.dev/applied-by";
    private static final String REFUSAL = "annotate the Deployment itself";

    private final GovernedNamespace shop;

    StampsIT(Cluster cluster) {
        shop = new GovernedNamespace(cluster);
        shop.declare(ChartManifests.cart("1"));
        shop.book("cart", shop.cart(shop.admin()).get().getMetadata().getUid() + "|serve|||");
    }

    private ReplicaSet latest() {
        return shop.admin().apps().replicaSets().inNamespace(shop.name()).list().getItems().stream()
                .filter(it -> ChartManifests.versionOf(
                                it.getSpec().getTemplate().getSpec())
                        .equals("2"))
                .findFirst()
                .orElse(null);
    }

    @Test
    void theControllerCopiesTheApplierAndNoUserChangesTheCopy() {
        shop.declare(ChartManifests.cart("2"));
        await("the stamp to be copied")
                .until(() -> latest() != null
                        && latest().getMetadata().getAnnotations().containsKey(APPLIED_BY));
        var copy = latest().getMetadata();

        assertThatThrownBy(() -> annotate("replicaset/" + copy.getName(), APPLIED_BY + "=the-manager"))
                .hasMessageContaining(REFUSAL);
        assertThatThrownBy(() -> annotate("replicaset/" + copy.getName(), APPLIED_BY + "-"))
                .hasMessageContaining(REFUSAL);
        annotate("replicaset/" + copy.getName(), "note=harmless");
        assertThat(latest().getMetadata().getAnnotations())
                .contains(Map.entry(APPLIED_BY, copy.getAnnotations().get(APPLIED_BY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proceed", "reject", "decided-by", "applied-by"})
    void noneComesInByTheStatus(String stamp) {
        assertThatThrownBy(() -> shop.kubectl(
                        "patch",
                        "deployment/cart",
                        "--subresource=status",
                        "--type=merge",
                        "-p",
                        "{\"metadata\":{\"annotations\":{\"readygate.dev/%s\":\"ann\"}}}".formatted(stamp)))
                .hasMessageContaining(REFUSAL);

        var annotations = shop.cart(shop.admin()).get().getMetadata().getAnnotations();
        assertThat(Objects.requireNonNullElse(annotations, Map.<String, String>of()))
                .doesNotContainKey("readygate.dev/" + stamp);
    }

    private void annotate(String what, String annotation) {
        shop.kubectl("annotate", "--overwrite", what, annotation);
    }
}
