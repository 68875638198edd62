package dev.readygate.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.Verdict;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.SomeReason;
import dev.readygate.facts.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Thresholds are green 80, amber 60, pass 75, conditional 60. */
class SteadyTest {
    private static final Thresholds USUAL = new Thresholds(80, 60, 75, 60, 80);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration SETTLING = Duration.ofMinutes(5);

    private static Scorecard scoring(double points) {
        return scoring(points, Outcome.Pass);
    }

    /** One check scores that many points, and a required one without weight has that outcome. */
    private static Scorecard scoring(double points, Outcome required) {
        var partial = new Finding(
                "check",
                FindingReason.Answered,
                "A sentence.",
                Measured.NOTHING,
                Optional.empty(),
                Finding.Basis.FACTS,
                OptionalDouble.of(points));
        var other = new Finding("other", SomeReason.of(required), "A sentence.", Measured.NOTHING, Optional.empty());
        return new Scorer(USUAL, Map.of())
                .score(List.of(
                        new Weighed(partial, "", 1, false, OnNoData.Skip),
                        new Weighed(other, "", 0, true, OnNoData.Skip)));
    }

    private static Steady amber() {
        return Steady.first(scoring(70), NOON);
    }

    @Test
    void worseCountsAtOnce() {
        var green = Steady.first(scoring(80), NOON);

        var next = green.next(scoring(79.9), NOON.plusSeconds(1));

        assertThat(next.grade()).isEqualTo(new Steady.SteadyValue<>(Optional.of(Grade.Amber), NOON.plusSeconds(1)));
        assertThat(next.verdict()).isEqualTo(new Steady.SteadyValue<>(Verdict.Pass, NOON));
    }

    @Test
    void clearlyBetterCountsAtOnce() {
        assertThat(amber().next(scoring(82), NOON.plusSeconds(1)).grade().value())
                .contains(Grade.Green);
        assertThat(amber().next(scoring(77), NOON.plusSeconds(1)).verdict().value())
                .isEqualTo(Verdict.Pass);
    }

    @Test
    void alittleBetterCountsWhenItHasSettled() {
        var trembling = scoring(81.9);

        assertThat(amber().next(trembling, NOON.plus(SETTLING).minusSeconds(1))
                        .grade()
                        .value())
                .contains(Grade.Amber);
        assertThat(amber().changesAt(trembling)).contains(NOON.plus(SETTLING));
        assertThat(amber().next(trembling, NOON.plus(SETTLING)).grade().value()).contains(Grade.Green);
    }

    @Test
    void tremblingAroundAThresholdChangesGradeTwiceInFiveMinutesAtMost() {
        var steady = Steady.first(scoring(80.1), NOON);
        int changes = 0;
        for (int second = 10; second <= 600; second += 10) {
            var next = steady.next(scoring(second % 20 == 0 ? 80.1 : 79.9), NOON.plusSeconds(second));
            changes += next.grade().equals(steady.grade()) ? 0 : 1;
            steady = next;
        }
        assertThat(changes).isBetween(2, 4);
    }

    @Test
    void ofTwoStepsUpTheSureOneCountsAtOnce() {
        var red = Steady.first(scoring(10), NOON);

        assertThat(red.next(scoring(80.5), NOON.plusSeconds(1)).grade().value()).contains(Grade.Amber);
    }

    @Test
    void fullMarksAreSure() {
        assertThat(amber().next(scoring(100), NOON.plusSeconds(1)).grade().value())
                .contains(Grade.Green);
    }

    @Test
    void aRequiredCheckFailsAndRecoversAtOnce() {
        var good = Steady.first(scoring(90), NOON);
        var failed = good.next(scoring(90, Outcome.Fail), NOON.plusSeconds(1));

        assertThat(failed.verdict().value()).isEqualTo(Verdict.Fail);
        assertThat(failed.next(scoring(90), NOON.plusSeconds(2)).verdict().value())
                .isEqualTo(Verdict.Pass);
    }

    @Test
    void anUnknownBecomesKnownAtOnce() {
        var unknown = Steady.first(new Scorer(USUAL, Map.of()).score(List.of()), NOON);

        assertThat(unknown.verdict().value()).isEqualTo(Verdict.Unknown);
        var known = unknown.next(scoring(80.1), NOON.plusSeconds(1));
        assertThat(known.grade().value()).contains(Grade.Green);
        assertThat(known.changesAt(scoring(80.1))).isEmpty();
    }
}
