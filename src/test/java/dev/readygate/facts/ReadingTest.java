package dev.readygate.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.facts.Reading.Patience;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Patience THREE_FAILS = new Patience(3, 1);

    private static Sample sample(int second, Outcome outcome) {
        return new Sample(START.plusSeconds(second), outcome, outcome == Outcome.Pass ? "200" : "503", "");
    }

    private static Reading after(Patience patience, Outcome... outcomes) {
        var reading = Reading.first(sample(0, outcomes[0]), patience);
        for (int i = 1; i < outcomes.length; i++) {
            reading = reading.next(sample(i, outcomes[i]), patience);
        }
        return reading;
    }

    @Test
    void onePassIsEnoughToPass() {
        assertThat(after(THREE_FAILS, Outcome.Pass).outcome()).isEqualTo(Outcome.Pass);
    }

    @Test
    void aFirstFailureIsNotAFailYet() {
        assertThat(after(THREE_FAILS, Outcome.Fail, Outcome.Fail).outcome()).isEqualTo(Outcome.Unknown);
    }

    @Test
    void failsInARowAreAFailSinceTheLastOfThem() {
        var reading = after(THREE_FAILS, Outcome.Pass, Outcome.Fail, Outcome.Fail, Outcome.Fail);

        assertThat(reading.outcome()).isEqualTo(Outcome.Fail);
        assertThat(reading.since()).isEqualTo(START.plusSeconds(3));
    }

    @Test
    void failsThatAreInterruptedDoNotAddUp() {
        var reading =
                after(THREE_FAILS, Outcome.Pass, Outcome.Fail, Outcome.Fail, Outcome.Pass, Outcome.Fail, Outcome.Fail);

        assertThat(reading.outcome()).isEqualTo(Outcome.Pass);
    }

    @Test
    void errorsInBetweenInterruptARowOfFails() {
        var reading = after(THREE_FAILS, Outcome.Fail, Outcome.Fail, Outcome.Error, Outcome.Fail);

        assertThat(reading.outcome()).isEqualTo(Outcome.Error);
    }

    @Test
    void recoveryTakesItsOwnPatience() {
        var patience = new Patience(1, 2);

        assertThat(after(patience, Outcome.Fail, Outcome.Pass).outcome()).isEqualTo(Outcome.Fail);
        assertThat(after(patience, Outcome.Fail, Outcome.Pass, Outcome.Pass).outcome())
                .isEqualTo(Outcome.Pass);
    }

    @Test
    void sinceStaysWhileTheOutcomeStays() {
        var reading = after(THREE_FAILS, Outcome.Pass, Outcome.Pass, Outcome.Pass);

        assertThat(reading.since()).isEqualTo(START);
    }

    @Test
    void equalAnswersAtOtherTimesSayTheSame() {
        var patience = new Patience(1, 1);

        assertThat(after(patience, Outcome.Pass))
                .matches(it -> it.saysTheSameAs(after(patience, Outcome.Pass, Outcome.Pass)));
    }
}
