package dev.readygate.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.5Z");

    @ParameterizedTest
    @CsvSource({
        "14d, 2026-03-15T12:00:00Z",
        "1h30m, 2026-03-01T13:30:00Z",
        "2026-03-02T00:00:00Z, 2026-03-02T00:00:00Z",
        "2026-03-02T00:00:00+02:00, 2026-03-01T22:00:00Z"
    })
    void isATimeFromNowOrAMoment(String text, Instant end) {
        assertThat(Expiry.of(text, NOON)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "14 days", "2026-03-02", "2026-03-02T25:00:00Z", "T"})
    void anInvalidTimeIsRefused(String text) {
        assertThatThrownBy(() -> Expiry.of(text, NOON))
                .hasMessage("--expires %s is no time; write it like 14d, 12h or 2026-12-31T12:00:00Z".formatted(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "2026-03-01T11:00:00Z", "2026-03-01T12:00:00.9Z"})
    void aPastTimeIsRefused(String text) {
        assertThatThrownBy(() -> Expiry.of(text, NOON))
                .hasMessage("--expires %s is in the past: give a later moment".formatted(text));
    }

    @Test
    void namesHaveSubjectAndTime() {
        assertThat(ObjectName.of(NOON, "cart", "unit-tests")).isEqualTo("cart-unit-tests-mm7p6z1w");
        assertThat(ObjectName.of(NOON, null, "", "unit-tests")).isEqualTo("unit-tests-mm7p6z1w");
        assertThat(ObjectName.of(NOON, "a".repeat(199) + "-b", "c")).isEqualTo("a".repeat(199) + "-mm7p6z1w");
        assertThat(ObjectName.of(NOON, "cart", "house/healthy")).isEqualTo("cart-house-healthy-mm7p6z1w");
        assertThat(ObjectName.of(NOON.plusMillis(1), "c")).isEqualTo("c-mm7p6z1x");
    }
}
