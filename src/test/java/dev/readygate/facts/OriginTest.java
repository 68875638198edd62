package dev.readygate.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "cart:1.4, 1.4",
        "registry:5000/cart:1.4, 1.4",
        "registry:5000/cart, none",
        "cart:1.4@sha256:aa, 1.4",
        "cart@sha256:aa, none",
    })
    void theTagIsTheVersion(String image, String version) {
        assertThat(Origin.of(image).version().orElse("none")).isEqualTo(version);
    }

    @Test
    void withoutImagesThereIsNone() {
        assertThat(Origin.of().version()).isEmpty();
    }
}
