package dev.readygate.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.Verdict;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Basis;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.SomeReason;
import dev.readygate.facts.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Changes from and to Unknown, and the time of the next evaluation. */
class SteadyFurtherTest {
    private static final Thresholds USUAL = new Thresholds(80, 60, 75, 60, 80);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant SOON = NOON.plusSeconds(10);

    private static Scorecard scoring(Outcome outcome, double points) {
        var finding = new Finding(
                "a",
                SomeReason.of(outcome),
                "so it is",
                Measured.NOTHING,
                Optional.empty(),
                Basis.FACTS,
                OptionalDouble.of(points));
        return new Scorer(USUAL, Map.of()).score(List.of(new Weighed(finding, "", 1, false, OnNoData.Skip)));
    }

    private static Scorecard worth(double points) {
        return scoring(Outcome.Pass, points);
    }

    private static Scorecard unknown() {
        return scoring(Outcome.Unknown, 0);
    }

    @Test
    void becomingUnknownIsDisplayedAtOnce() {
        var next = Steady.first(worth(90), NOON).next(unknown(), SOON);

        assertThat(next.grade()).isEqualTo(new Steady.SteadyValue<>(Optional.<Grade>empty(), SOON));
        assertThat(next.verdict()).isEqualTo(new Steady.SteadyValue<>(Verdict.Unknown, SOON));
    }

    @Test
    void aFirstValueIsDisplayedAtOnceThoughItIsCloseToALine() {
        var next = Steady.first(unknown(), NOON).next(worth(80.1), SOON);

        assertThat(next.grade().value()).contains(Grade.Green);
        assertThat(next.verdict().value()).isEqualTo(Verdict.Pass);
    }

    @Test
    void itIsLookedAtAgainWhenTheFirstOfTheTwoHasSettled() {
        var before = new Steady(
                new Steady.SteadyValue<>(Optional.of(Grade.Amber), NOON),
                new Steady.SteadyValue<>(Verdict.Conditional, SOON));

        assertThat(before.changesAt(worth(80.1))).contains(NOON.plus(Duration.ofMinutes(5)));
        assertThat(before.changesAt(worth(76))).contains(SOON.plus(Duration.ofMinutes(5)));
        assertThat(before.changesAt(worth(70))).isEmpty();
    }
}
