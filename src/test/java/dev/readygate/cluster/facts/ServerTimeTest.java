package dev.readygate.cluster.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTimeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // written, sent, received; how much earlier the same moment is on the operator's clock
        "PT0S, PT0.2S, PT0.4S, PT0S",
        "PT0S, PT-1S, PT3S, PT0S",
        "PT2S, PT0.5S, PT0.6S, PT0S",
        "PT1M, PT0.5S, PT1S, PT59S",
        "PT-1M, PT0.5S, PT1S, PT-59.5S",
        "PT-1M, PT-61S, PT1S, PT0S"
    })
    void whatIsCertainOfTheDifferenceCounts(Duration written, Duration sent, Duration received, Duration earlier) {
        var time = new ServerTime();
        time.learn(NOON.plus(written), NOON.plus(sent), NOON.plus(received));

        assertThat(Duration.between(time.ours(NOON), NOON)).isEqualTo(earlier);
    }
}
