package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.SomeReason;
import dev.readygate.facts.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates of reviews. */
class ReviewDatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static ReportSamples reviewed(String review, String check) {
        return new ReportSamples()
                .of("{selector: {}, review: %s, checks: [{name: a, tcp: {}, %s}]}".formatted(review, check));
    }

    private static Finding a(Outcome outcome) {
        return new Finding("a", SomeReason.of(outcome), "so it is", Measured.NOTHING, Optional.empty());
    }

    @Test
    void withoutADateThereIsNoReview() {
        assertThat(new ReportSamples().status().nextReview()).isNull();
        assertThat(reviewed("{}", "weight: 1").status(a(Outcome.Pass)).nextReview())
                .isNull();
    }

    @Test
    void aFixedDateIsTheDate() {
        assertThat(reviewed("{due: 2026-07-01}", "weight: 1")
                        .status(a(Outcome.Pass))
                        .nextReview())
                .isEqualTo("2026-07-01");
    }

    @ParameterizedTest
    @CsvSource({
        "'action: Mend it, priority: P1', Pass, true",
        "'action: Mend it, priority: P1', Fail, false",
        "'action: Mend it, priority: P2', Pass, false",
        "'priority: P1', Pass, false",
    })
    void itIsDueOnceTheActionsOfThatPriorityAreClosedIfThereAreAny(String check, Outcome outcome, boolean due) {
        var status = reviewed("{whenClosed: P1}", check).status(a(outcome));

        assertThat(Optional.ofNullable(status.nextReview())).isEqualTo(due ? Optional.of(TODAY) : Optional.empty());
    }

    @Test
    void itIsDueTodayThoughAnotherDateWasStillToCome() {
        var check = "action: Mend it, priority: P1";
        var open = reviewed("{whenClosed: P1, due: 2026-07-01}", check).status(a(Outcome.Fail));
        var closed = reviewed("{whenClosed: P1, due: 2026-07-01}", check)
                .after(open, Duration.ofDays(2))
                .status(a(Outcome.Pass));

        assertThat(open.nextReview()).isEqualTo("2026-07-01");
        assertThat(closed.nextReview()).isEqualTo(TODAY.plusDays(2));
    }
}
