package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer to one check, with its reason and a sentence.
 *
 * @param reason one word for machines; a contract, listed in docs/reference/reasons.md
 * @param message one sentence for people
 * @param value what was seen and the limit it was held against, both empty when there is no such thing
 * @param since when the outcome became what it is, if that is known
 */
public record Finding(
        String check, Outcome outcome, String reason, String message, Measured value, Optional<Instant> since) {

    public Finding {
        requireNonNull(check, "check");
        requireNonNull(outcome, "outcome");
        requireNonNull(reason, "reason");
        requireNonNull(message, "message");
        requireNonNull(value, "value");
        requireNonNull(since, "since");
    }

    public record Measured(String seen, String limit) {
        public static final Measured NOTHING = new Measured("", "");
    }

    /** The reason while it has been asked, and there is no answer yet. */
    public static final String ASKED = "Asked";

    /** Nobody can tell yet, but will in a moment. */
    public boolean awaitsItsFirstAnswer() {
        return outcome == Outcome.Unknown && reason.equals(ASKED);
    }

    public boolean is(Outcome expected) {
        return outcome == expected;
    }
}
