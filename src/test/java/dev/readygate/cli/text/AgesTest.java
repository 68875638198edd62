package dev.readygate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT-1S, 0s",
        "PT119S, 119s",
        "PT2M, 2m",
        "PT2M5S, 2m5s",
        "PT10M5S, 10m",
        "PT2H59M, 179m",
        "PT3H, 3h",
        "PT47H59M, 47h",
        "PT48H, 2d"
    })
    void isShort(Duration time, String text) {
        assertThat(Ages.shortly(time)).isEqualTo(text);
    }

    @Test
    void countsFromAndTowards() {
        var ages = new Ages(NOON);
        assertThat(ages.since(NOON.minusSeconds(5))).isEqualTo("5s");
        assertThat(ages.until(NOON.plusSeconds(5))).isEqualTo("in 5s");
        assertThat(ages.until(NOON.minusSeconds(5))).isEqualTo("5s ago");
        assertThat(ages.since(null) + ages.until(null)).isEmpty();
    }
}
