package dev.readygate.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations, latencies, percentages and ports as users write them. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "0s, PT0S",
        "1s, PT1S",
        "90s, PT1M30S",
        "5m, PT5M",
        "24h, PT24H",
        "30d, PT720H",
        "2w, PT336H",
        "1h30m, PT1H30M",
        "1w2d3h4m5s, PT219H4M5S",
        "99999999s, PT27777H46M39S",
        "999999w, PT876000H"
    })
    void readsDurations(String text, Duration expected) {
        assertThat(new ReadinessDuration(text).toDuration()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s",
                "5",
                "5M",
                "PT5M",
                "-5m",
                "5 m",
                "1.5h",
                "05m",
                "0m",
                "1h0m",
                "30m1h",
                "1m1m",
                "5m\n",
                "1000000h",
                "500ms",
                "1y",
                "٥m"
            })
    void refusesInvalidDurations(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReadinessDuration(text))
                .withMessage("'%s' is not a duration; write 90s, 5m, 24h, 30d or 1h30m", text);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0s", "PT0.9S, 0s", "PT-5S, 0s", "PT90S, 1m30s", "PT24H, 1d", "P30D, 30d", "PT25H0M1S, 1d1h1s"})
    void writesDurations(Duration duration, String expected) {
        assertThat(ReadinessDuration.of(duration)).hasToString(expected);
    }

    @Test
    void writesEveryDurationSoThatItReadsBackTheSame() {
        for (long seconds = 0; seconds < 200_000_000L; seconds = seconds * 3 / 2 + 1) {
            var duration = Duration.ofSeconds(seconds);
            assertThat(ReadinessDuration.of(duration).toDuration()).isEqualTo(duration);
        }
    }

    @ParameterizedTest
    @CsvSource({"1ms, PT0.001S", "250ms, PT0.25S", "2s, PT2S", "1s500ms, PT1.5S", "99999s, PT27H46M39S"})
    void readsLatencies(String text, Duration expected) {
        assertThat(new Latency(text).toDuration()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "ms", "250", "0ms", "1.5s", "5m", "500ms1s", "2S", "1s 500ms"})
    void refusesInvalidLatencies(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Latency(text))
                .withMessage("'%s' is not a latency; write 250ms, 2s or 1s500ms", text);
    }

    @ParameterizedTest
    @CsvSource({"0%, 0, 0", "5%, 5, 0.05", "0.5%, 0.5, 0.005", "99.95%, 99.95, 0.9995", "100%, 100, 1"})
    void readsPercentages(String text, String percent, double fraction) {
        var percentage = new Percentage(text);
        assertThat(percentage.percent()).isEqualTo(percent);
        assertThat(percentage.fraction()).isEqualTo(fraction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "5", "101%", "100.1%", "-1%", ".5%", "5.%", "05%", "5 %", "99.99999%", "1e1%"})
    void refusesInvalidPercentages(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Percentage(text))
                .withMessage("'%s' is not a percentage; write 5%%, 99.9%% or 100%%", text);
    }

    @Test
    void readsPortsByNumberAndByName() {
        assertThat(new Port(8080).number()).contains(8080);
        assertThat(new Port(8080).name()).isEmpty();
        assertThat(new Port("http").name()).contains("http");
        assertThat(new Port("http").number()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8080", "HTTP", "a_b", "longer-than-15-x"})
    void refusesInvalidPortNames(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Port(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65536})
    void refusesInvalidPortNumbers(int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Port(number));
    }
}
