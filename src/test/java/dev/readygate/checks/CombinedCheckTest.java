package dev.readygate.checks;

import static dev.readygate.facts.Outcome.Error;
import static dev.readygate.facts.Outcome.Fail;
import static dev.readygate.facts.Outcome.NotApplicable;
import static dev.readygate.facts.Outcome.Pass;
import static dev.readygate.facts.Outcome.Unknown;
import static dev.readygate.facts.Outcome.Waived;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.kinds.AllChecks;
import dev.readygate.facts.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CombinedCheckTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private record Fixed(Outcome outcome, Optional<Instant> until, boolean healsByItself) implements Check {
        @Override
        public Finding evaluate(Subject subject) {
            return new Finding("c", SomeReason.of(outcome), "said", Measured.NOTHING, Optional.empty());
        }

        @Override
        public Optional<Instant> changesAt(Subject subject) {
            return until;
        }
    }

    private static Check saying(Outcome outcome) {
        return new Fixed(outcome, Optional.empty(), true);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void theWorstAnswerCountsInAnyOrder(int at) {
        var fromBest = List.of(Pass, NotApplicable, Waived, Unknown, Error, Fail);
        var better = saying(fromBest.get(at));
        var worse = saying(fromBest.get(at + 1));

        assertThat(CombinedCheck.worstOf(List.of(better, worse)).evaluate(null).outcome())
                .isEqualTo(fromBest.get(at + 1));
        assertThat(CombinedCheck.worstOf(List.of(worse, better)).evaluate(null).outcome())
                .isEqualTo(fromBest.get(at + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void orTheBestWhereEitherWillDo(int at) {
        var fromBest = List.of(Pass, NotApplicable, Waived, Unknown, Error, Fail);
        var better = saying(fromBest.get(at));
        var worse = saying(fromBest.get(at + 1));

        assertThat(AllChecks.either(better, worse).evaluate(null).outcome()).isEqualTo(fromBest.get(at));
        assertThat(AllChecks.either(worse, better).evaluate(null).outcome()).isEqualTo(fromBest.get(at));
    }

    @Test
    void itIsLookedAtAgainWhenTheFirstOfThemMayChange() {
        var soon = new Fixed(Pass, Optional.of(NOON), true);
        var later = new Fixed(Pass, Optional.of(NOON.plusSeconds(60)), true);

        assertThat(CombinedCheck.worstOf(List.of(later, saying(Pass), soon)).changesAt(null))
                .contains(NOON);
    }

    @Test
    void itHealsByItselfOnlyIfAllOfThemDo() {
        var lasting = new Fixed(Fail, Optional.empty(), false);

        assertThat(CombinedCheck.worstOf(List.of(saying(Fail), saying(Fail))).healsByItself())
                .isTrue();
        assertThat(CombinedCheck.worstOf(List.of(saying(Fail), lasting)).healsByItself())
                .isFalse();
    }
}
