package dev.readygate.checks.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShownDataTest {

    private static String shown(Object value) {
        return new ShownData(Optional.of("{it}")).of(Map.of("it", value)).orElse("nothing");
    }

    @Test
    void numbersAreWrittenAsPeopleWriteThem() {
        assertThat(shown(1200)).isEqualTo("1,200");
        assertThat(shown(1200.0)).isEqualTo("1,200");
        assertThat(shown(0.002)).isEqualTo("0.002");
        assertThat(shown(-2.5)).isEqualTo("-2.5");
        assertThat(shown(1.0 / 3)).isEqualTo("0.3333");
        assertThat(shown(1e300)).hasSize(60).endsWith("…");
    }

    @Test
    void namesAndListsAreShortened() {
        assertThat(shown("ann")).isEqualTo("ann");
        assertThat(shown(List.of("ann", "bob"))).isEqualTo("ann, bob");
        assertThat(shown(true)).isEqualTo("true");
        assertThat(shown("x".repeat(100))).hasSize(60);
    }

    @Test
    void aFieldIsFoundByItsPath() {
        var shown = new ShownData(Optional.of("{load.rps} requests/s, p95 {load.p95} ms"));

        assertThat(shown.of(Map.of("load", Map.of("rps", 1200, "p95", 250)))).contains("1,200 requests/s, p95 250 ms");
        assertThat(shown.of(Map.of("load", Map.of("rps", "$1")))).contains("$1 requests/s, p95 ? ms");
    }

    @Test
    void withoutAnyOfTheFieldsNothingIsShown() {
        assertThat(new ShownData(Optional.of("p95 {load.p95} ms")).of(Map.of("load", 7)))
                .isEmpty();
        assertThat(new ShownData(Optional.empty()).of(Map.of("load", 7))).isEmpty();
    }
}
