package dev.readygate.cli.check;

import static dev.readygate.cli.check.ManifestSamples.CART;
import static dev.readygate.cli.check.ManifestSamples.check;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manifests of API versions that are no longer served. */
class OldVersionsTest {
    @ParameterizedTest
    @CsvSource({"extensions/v1beta1, true", "apps/v1beta2, true", "example.org/v1, false"})
    void versionsNoLongerServedAreNamed(String version, boolean told) {
        var notes = check(CART.replace("apps/v1", version)).notes();

        assertThat(notes.stream().anyMatch(it -> it.contains("which no API server serves any more")))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "policy/v1beta1, PodDisruptionBudget",
        "autoscaling/v2beta2, HorizontalPodAutoscaler",
        "extensions/v1beta1, NetworkPolicy"
    })
    void soAreRelatedObjects(String version, String kind) {
        var related = "{apiVersion: %s, kind: %s, metadata: {name: a}}".formatted(version, kind);

        assertThat(check(CART, related).notes())
                .contains("app.yaml, document 2, line 13: %s a is of %s, which no API server serves any more: left out"
                        .formatted(kind, version));
    }
}
