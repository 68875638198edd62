package dev.readygate.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartStaggerTest {
    private final StartStagger line = new StartStagger(Duration.ofNanos(10));

    @Test
    void aLoneOneStartsAtOnce() {
        assertThat(line.reserve(1_000)).isEqualTo(1_000);
        assertThat(line.reserve(2_000)).isEqualTo(2_000);
    }

    @Test
    void manyAtATimeStartOneAfterAnother() {
        assertThat(line.reserve(1_000)).isEqualTo(1_000);
        assertThat(line.reserve(1_000)).isEqualTo(1_010);
        assertThat(line.reserve(1_005)).isEqualTo(1_020);
    }

    @Test
    void aClockThatWrapsRoundIsNoReasonToWait() {
        assertThat(line.reserve(Long.MAX_VALUE - 5)).isEqualTo(Long.MAX_VALUE - 5);
        assertThat(line.reserve(Long.MIN_VALUE + 100)).isEqualTo(Long.MIN_VALUE + 100);
    }
}
