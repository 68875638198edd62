package dev.readygate.checks.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.ReadinessDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StayLookbackTest {
    private static final Instant ALONE = Instant.parse("2026-03-01T12:00:00Z");

    private static StayLookback after(String seen) {
        return new StayLookback(Optional.of(ALONE), ALONE.plus(duration(seen)));
    }

    private static Duration duration(String text) {
        return new ReadinessDuration(text).toDuration();
    }

    @ParameterizedTest
    @CsvSource({
        "1s,  5m, 15s, 15s",
        "15s, 5m, 15s, 30s",
        "59s, 5m, 30s, 1m",
        "4m,  5m, 2m,  5m",
        "5m,  5m, 5m,  ''",
        "1h,  5m, 5m,  ''",
        "4m,  3m, 3m,  ''",
        "2m,  3m, 2m,  3m",
        "1s,  5s, 5s,  5s",
        "7h,  1d, 6h,  1d",
        "1d,  1d, 1d,  ''"
    })
    void aWindowIsAsLongAsThereWasTrafficAndWidens(String seen, String window, String within, String widens) {
        var hindsight = after(seen);

        assertThat(hindsight.within(new ReadinessDuration(window)).text()).isEqualTo(within);
        assertThat(hindsight.widensAt(new ReadinessDuration(window)))
                .isEqualTo(widens.isEmpty() ? Optional.empty() : Optional.of(ALONE.plus(duration(widens))));
    }

    @Test
    void elsewhereItIsAsLongAsItWasAskedFor() {
        var unlimited = new StayLookback(Optional.empty(), ALONE);

        assertThat(unlimited.within(new ReadinessDuration("5m")).text()).isEqualTo("5m");
        assertThat(unlimited.widensAt(new ReadinessDuration("5m"))).isEmpty();
        assertThat(unlimited.firstLook()).isEmpty();
    }

    @Test
    void theFirstQueryWaitsForData() {
        assertThat(after("1s").firstLook()).contains(ALONE.plusSeconds(15));
    }
}
