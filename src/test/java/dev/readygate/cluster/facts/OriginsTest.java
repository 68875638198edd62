package dev.readygate.cluster.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static final String SHA = "898c22c0f9a1b2c3d4e5f60718293a4b5c6d7e8f";

    private static ReplicaSet replicaSet(Map<String, String> own, Map<String, String> template, String version) {
        return new ReplicaSetBuilder()
                .withNewMetadata()
                .withAnnotations(own)
                .withLabels(Map.of("app.kubernetes.io/version", version))
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewMetadata()
                .withAnnotations(template)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withImage("registry/cart:1@sha256:aa")
                .endContainer()
                .addNewContainer()
                .withImage("registry/proxy:7")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static String commit(Map<String, String> own, Map<String, String> template, String version) {
        return Origins.of(Trims.replicaSet(withStatus(replicaSet(own, template, version))))
                .commit()
                .orElse("none");
    }

    private static ReplicaSet withStatus(ReplicaSet replicaSet) {
        return new ReplicaSetBuilder(replicaSet).withNewStatus().endStatus().build();
    }

    @Test
    void readsImagesCommitAndApplier() {
        var origin = Origins.of(replicaSet(Map.of("readygate.dev/applied-by", "alice"), Map.of(), "1"));

        assertThat(origin.images()).containsExactly("registry/cart:1@sha256:aa", "registry/proxy:7");
        assertThat(origin.digests()).containsExactly("sha256:aa");
        assertThat(origin.appliedBy()).contains("alice");
    }

    @Test
    void theDeploymentsAnnotationGoesBeforeTheTemplates() {
        var own = Map.of("readygate.dev/commit", "AAAAAAA");
        var template = Map.of("readygate.dev/commit", "bbbbbbb", "org.opencontainers.image.revision", "ccccccc");

        assertThat(commit(own, template, SHA)).isEqualTo("aaaaaaa");
        assertThat(commit(Map.of(), template, SHA)).isEqualTo("bbbbbbb");
    }

    @Test
    void annotationsOfImageBuildersWillDo() {
        assertThat(commit(Map.of(), Map.of("org.opencontainers.image.revision", "ccccccc"), "1"))
                .isEqualTo("ccccccc");
    }

    @Test
    void aVersionIsACommitOnlyIfItIsAWholeOne() {
        assertThat(commit(Map.of(), Map.of(), SHA)).isEqualTo(SHA);
        assertThat(commit(Map.of(), Map.of(), "20260301")).isEqualTo("none");
    }

    @Test
    void aBranchIsNoCommit() {
        assertThat(commit(Map.of("readygate.dev/commit", "main"), Map.of(), "1"))
                .isEqualTo("none");
    }

    @Test
    void readsAnnotationsForTheRecord() {
        var own = Map.of(
                "readygate.dev/commit-time", "2026-03-01T13:00:00+01:00",
                "readygate.dev/environment", "production");
        var template = Map.of("readygate.dev/rework", "true");
        var origin = Origins.of(Trims.replicaSet(withStatus(replicaSet(own, template, "1.2.3"))));

        assertThat(origin.version()).contains("1.2.3");
        assertThat(origin.particulars().committed()).contains(java.time.Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(origin.particulars().environment()).contains("production");
        assertThat(origin.particulars().unplanned()).isTrue();
    }

    @Test
    void anInvalidTimeIsNone() {
        var own = Map.of("readygate.dev/commit-time", "yesterday", "readygate.dev/rework", "no");
        var origin = Origins.of(Trims.replicaSet(withStatus(replicaSet(own, Map.of(), "1"))));

        assertThat(origin.particulars().committed()).isEmpty();
        assertThat(origin.particulars().unplanned()).isFalse();
    }
}
