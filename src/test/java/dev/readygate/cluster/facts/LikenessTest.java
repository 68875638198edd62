package dev.readygate.cluster.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.facts.Revision;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";

    private static ReplicaSet replicaSet(String hash, String image, Map<String, String> annotations) {
        var whole = new ReplicaSetBuilder()
                .withNewMetadata()
                .withName("cart-" + hash)
                .withUid("rs-" + hash)
                .withResourceVersion("1")
                .withCreationTimestamp("2026-03-01T12:00:00Z")
                .addToLabels("pod-template-hash", hash)
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(Map.of("app", "cart", "pod-template-hash", hash))
                .withAnnotations(annotations)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withImage(image)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .withNewStatus()
                .endStatus()
                .build();
        return Trims.replicaSet(whole);
    }

    private static List<Set<String>> alike(ReplicaSet... replicaSets) {
        return RevisionFacts.of(List.of(replicaSets)).stream()
                .map(Revision::alike)
                .toList();
    }

    @Test
    void aRestartIsLikeWhatItRestarts() {
        var before = replicaSet("v1", "cart:1", Map.of());
        var after = replicaSet("v2", "cart:1", Map.of(RESTARTED, "2026-03-01T12:00:00Z"));
        var again = replicaSet("v3", "cart:1", Map.of(RESTARTED, "2026-03-01T13:00:00Z"));

        assertThat(alike(before, after, again))
                .containsExactly(Set.of("v2", "v3"), Set.of("v1", "v3"), Set.of("v1", "v2"));
    }

    @Test
    void anyOtherDifferenceMakesItAnother() {
        var before = replicaSet("v1", "cart:1", Map.of());
        var image = replicaSet("v2", "cart:2", Map.of());
        var checksum = replicaSet("v3", "cart:1", Map.of("checksum/config", "abc"));

        assertThat(alike(before, image, checksum)).containsExactly(Set.of(), Set.of(), Set.of());
    }
}
