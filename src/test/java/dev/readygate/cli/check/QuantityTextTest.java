package dev.readygate.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values are answers of the API server of Kubernetes 1.36. */
class QuantityTextTest {
    @ParameterizedTest
    @CsvSource({
        "1000m, 1",
        "0.5, 500m",
        "0.4, 400m",
        "400m, 400m",
        "1500m, 1500m",
        "2000, 2k",
        "1.5, 1500m",
        "+2, 2",
        "-1, -1",
        ".5, 500m",
        "1., 1",
        "0, 0",
        "0Mi, 0",
        "1024Mi, 1Gi",
        "1.5Gi, 1536Mi",
        "512Ki, 512Ki",
        "0.5Ki, 512",
        "1.0001Ki, 1024102400u",
        "1e3, 1e3",
        "1e0, 1",
        "1E6, 1e6",
        "12e2, 1200",
        "100k, 100k",
        "1000k, 1M",
        "0.0000000001, 1n",
        "100u, 100u",
        "1000E, 1000E",
        "'', ''",
        "much, much",
        "4x, 4x"
    })
    void isWrittenAsTheApiServerWritesIt(String written, String stored) {
        assertThat(QuantityText.canonical(TextNode.valueOf(written)).textValue())
                .isEqualTo(stored);
    }

    @Test
    void millionsOfDigitsAreNoQuantity() {
        var digits = TextNode.valueOf("9".repeat(3_000_000) + "Ki");

        assertThat(QuantityText.canonical(digits)).isSameAs(digits);
        assertThat(QuantityText.ofAResource(digits)).isSameAs(digits);
    }
}
