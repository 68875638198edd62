package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One answer of one target: Pass, Fail, Unknown or Error.
 *
 * @param value the answer, short and stable ("503", not "503 after 12.3 ms"), so that equal answers compare equal
 * @param figures numbers that change with every sample, for people and reports; a change of them alone is no news
 */
public record Sample(Instant at, Outcome outcome, String value, String message, Figures figures) {
    public Sample {
        requireNonNull(at, "at");
        requireNonNull(outcome, "outcome");
        requireNonNull(value, "value");
        requireNonNull(message, "message");
        requireNonNull(figures, "figures");
    }

    public Sample(Instant at, Outcome outcome, String value, String message) {
        this(at, outcome, value, message, Figures.NONE);
    }

    /** The answer as exactly as it is known. */
    public String seen() {
        return figures.shown().isEmpty() ? value : figures.shown();
    }
}
