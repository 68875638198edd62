package dev.readygate.score;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Grade and verdict that do not flap when a number moves around a threshold. A fall counts at once. A rise counts
 * at once if it is clear, by {@link #MARGIN}; a smaller rise counts only when the last change is {@link #SETTLING}
 * ago.
 */
public record Steady(SteadyValue<Optional<Grade>> grade, SteadyValue<Verdict> verdict) {
    /** In points of score, and of coverage. */
    static final double MARGIN = 2;

    static final Duration SETTLING = Duration.ofMinutes(5);
    private static final double FULL = 100;

    public Steady {
        requireNonNull(grade, "grade");
        requireNonNull(verdict, "verdict");
    }

    /** A displayed value, and since when. */
    public record SteadyValue<T>(T value, Instant since) {
        public SteadyValue {
            requireNonNull(value, "value");
            requireNonNull(since, "since");
        }

        boolean isSettled(Instant now) {
            return !now.isBefore(since.plus(SETTLING));
        }
    }

    public static Steady first(Scorecard card, Instant now) {
        return new Steady(new SteadyValue<>(card.grade(), now), new SteadyValue<>(card.verdict(), now));
    }

    /** The values that follow these. */
    public Steady next(Scorecard card, Instant now) {
        return new Steady(
                next(grade, steadied(card, grade.isSettled(now)), now),
                next(verdict, verdict(card, verdict.isSettled(now)), now));
    }

    private static <T> SteadyValue<T> next(SteadyValue<T> before, T value, Instant now) {
        return before.value().equals(value) ? before : new SteadyValue<>(value, now);
    }

    private Optional<Grade> steadied(Scorecard card, boolean settled) {
        var before = grade.value();
        var exact = card.grade();
        if (settled || before.isEmpty() || exact.isEmpty()) {
            return exact;
        }
        // The better of the displayed and the sure grade, but no better than the exact one.
        var surely = card.surely().grade();
        return Optional.of(worse(exact.get(), better(before.get(), surely.orElse(before.get()))));
    }

    private Verdict verdict(Scorecard card, boolean settled) {
        var before = verdict.value();
        var exact = card.verdict();
        if (settled || before == Verdict.Unknown || exact == Verdict.Unknown) {
            return exact;
        }
        return worse(exact, better(before, card.surely().verdict()));
    }

    /** Both are declared from the best to the worst. */
    private static <E extends Enum<E>> E better(E one, E other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static <E extends Enum<E>> E worse(E one, E other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** When a value improves without another event. */
    public Optional<Instant> changesAt(Scorecard card) {
        return Stream.of(change(grade, card.grade()), change(verdict, card.verdict()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private static <T> Optional<Instant> change(SteadyValue<T> said, T exact) {
        return said.value().equals(exact)
                ? Optional.empty()
                : Optional.of(said.since().plus(SETTLING));
    }

    /** The number as if it were a little lower; a full score is sure. */
    static double lessened(double number) {
        return number >= FULL ? number : number - MARGIN;
    }

    static OptionalDouble lessened(OptionalDouble score) {
        return score.isPresent() ? OptionalDouble.of(lessened(score.getAsDouble())) : score;
    }
}
