package dev.readygate.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.RolloutRecord.GateMinutes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rollout began at noon and is seen half an hour later; each gate has its state since the given minute. */
class GateTimingsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "Passed,   5,  Passed,  20, Held,    20, 5.0, 15.0, 10.0",
        "Skipped,  5,  Held,     5, Pending,  0, 5.0, 25.0, ",
        "Failed,   5,  Pending,  0, Pending,  0, 5.0, ,     ",
        "Held,     0,  Passed,  20, Passed,  28, 30.0, 20.0, 8.0",
        "TimedOut, 9,  Skipped, 20, Passed,  28, 30.0, 20.0, 8.0",
        "Passed,  40,  Failed,  20, Pending,  0, 40.0, 0.0, "
    })
    void aGateWasReachedWhenTheOneBeforeWasPassed(
            GateState start,
            int first,
            GateState serve,
            int second,
            GateState stay,
            int third,
            Double atStart,
            Double atServe,
            Double atStay) {
        var gates = List.of(
                status(Gate.Start, start, first), status(Gate.Serve, serve, second), status(Gate.Stay, stay, third));

        assertThat(new GateTimings(gates, NOON, minute(30)).minutes())
                .isEqualTo(new GateMinutes(atStart, atServe, atStay));
    }

    private static GateStatus status(Gate gate, GateState state, int since) {
        return new GateStatus(gate, state, minute(since), null, null);
    }

    private static Instant minute(int number) {
        return NOON.plusSeconds(60L * number);
    }
}
