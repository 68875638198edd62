package dev.readygate.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.facts.Workload.Desired;
import dev.readygate.facts.Workload.Observed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Properties of the facts themselves. */
class WhatIsSeenTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static Workload workload(int replicas, int maxUnavailable, Observed observed) {
        return new Workload(
                new DeploymentRef("shop", "cart", "u"),
                "7",
                NOON,
                Map.of(),
                new Desired(replicas, false, maxUnavailable, 1, false),
                observed,
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "true, 3, 3, 3, true",
        "false, 3, 3, 3, false",
        "true, 4, 3, 3, false",
        "true, 3, 2, 3, false",
        "true, 3, 3, 2, false"
    })
    void itIsRolledOutWhenAllPodsThereAreAreNewAndAvailable(
            boolean settled, int total, int updated, int available, boolean expected) {
        var observed = new Observed(settled, 1, total, updated, available, Optional.empty());

        assertThat(workload(3, 0, observed).rolledOut()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 3", "3, 1, 2", "1, 2, 0", "0, 0, 0"})
    void noFewerPodsThanWerePromisedAndNeverLessThanNone(int replicas, int maxUnavailable, int floor) {
        var observed = new Observed(true, 1, replicas, replicas, replicas, Optional.empty());

        assertThat(workload(replicas, maxUnavailable, observed).availabilityFloor())
                .isEqualTo(floor);
    }

    @Test
    void aReadingIsNewsWhenItsOutcomeOrWhatWasSeenIsAnother() {
        var reading = reading(Outcome.Fail, "503");

        assertThat(reading.saysTheSameAs(reading(Outcome.Fail, "503"))).isTrue();
        assertThat(reading.saysTheSameAs(reading(Outcome.Fail, "500"))).isFalse();
        assertThat(reading.saysTheSameAs(reading(Outcome.Error, "503"))).isFalse();
    }

    private static Reading reading(Outcome outcome, String seen) {
        return new Reading(outcome, NOON, new Sample(NOON, outcome, seen, "answered"), 1);
    }

    @ParameterizedTest
    @CsvSource({"1234567, 1234567, true", "1234567, 123456, false", "123456, 1234567, false", "123456, 123456, false"})
    void aCommitOfFewerThanSevenCharactersNamesNoRevision(String built, String named, boolean expected) {
        var origin = new Origin(List.of("app"), List.of(), Optional.of(built), Optional.empty());

        assertThat(origin.isFrom(named)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"true, false, true", "false, false, false", "true, true, false"})
    void aPodAnswersWhileItHasAnAddressAndIsNotLeaving(boolean address, boolean leaving, boolean expected) {
        var pod = new Pod(
                "a",
                "u",
                "v1",
                address ? Optional.of("10.0.0.1") : Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.of(NOON),
                new Pod.PodState(true, true, leaving, false, Pod.PodGate.None));

        assertThat(pod.answers()).isEqualTo(expected);
    }
}
