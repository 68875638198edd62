package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The answer of one target as of its latest sample. It turns to Fail only after enough failures in a row, and to
 * Pass likewise; samples in between change the streak, not the outcome.
 *
 * @param since when the outcome last changed
 * @param streak how many samples of the latest outcome came in a row, counted up to the number that is needed
 */
public record Reading(Outcome outcome, Instant since, Sample latest, int streak) {
    public Reading {
        requireNonNull(outcome, "outcome");
        requireNonNull(since, "since");
        requireNonNull(latest, "latest");
    }

    /** How many equal answers in a row change the outcome. */
    public record Patience(int failAfter, int passAfter) {
        int of(Outcome outcome) {
            return switch (outcome) {
                case Fail -> failAfter;
                case Pass -> passAfter;
                case Unknown, Error, Waived, NotApplicable -> 1;
            };
        }
    }

    public static Reading first(Sample sample, Patience patience) {
        var undecided = new Reading(Outcome.Unknown, sample.at(), sample, 0);
        return undecided.next(sample, patience);
    }

    /** Only samples count, never the time between them. */
    public Reading next(Sample sample, Patience patience) {
        int needed = patience.of(sample.outcome());
        int inARow = sample.outcome() == latest.outcome() ? Math.min(streak + 1, needed) : 1;
        boolean turns = inARow >= needed && sample.outcome() != outcome;
        return turns
                ? new Reading(sample.outcome(), sample.at(), sample, inARow)
                : new Reading(outcome, since, sample, inARow);
    }

    /** The same answer for the purpose of any decision. */
    public boolean saysTheSameAs(Reading other) {
        return outcome == other.outcome && latest.value().equals(other.latest.value());
    }
}
