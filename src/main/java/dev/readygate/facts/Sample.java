package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What one look at one target gave: Pass, Fail, Unknown or Error.
 *
 * @param value what was seen, short and stable ("503", not "503 after 12.3 ms"), so that equal answers compare equal
 * @param figures what trembles with every look, for people and reports; a change of it alone is no news
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

    /** What was seen, as exactly as it is known. */
    public String seen() {
        return figures.shown().isEmpty() ? value : figures.shown();
    }
}
