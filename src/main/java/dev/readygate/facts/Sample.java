package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What one look at one target gave: Pass, Fail, Unknown or Error.
 *
 * @param value what was seen, short and stable ("503", not "503 after 12.3 ms"), so that equal answers compare equal
 */
public record Sample(Instant at, Outcome outcome, String value, String message) {
    public Sample {
        requireNonNull(at, "at");
        requireNonNull(outcome, "outcome");
        requireNonNull(value, "value");
        requireNonNull(message, "message");
    }
}
