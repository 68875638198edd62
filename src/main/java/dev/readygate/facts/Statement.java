package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A statement of a user, and for how long it stands.
 *
 * @param name of the object that contains it
 * @param by its author, as stamped by the API server; empty if no stamp vouches for the author
 * @param at when the API server accepted it
 * @param until it does not count from then on
 */
public record Statement(String name, Optional<Person> by, Instant at, Optional<Instant> until) {
    /** Two clocks never agree better than this, and the API server's times have no fractions. */
    public static final Duration GRACE = Duration.ofSeconds(2);

    public Statement {
        requireNonNull(name, "name");
        requireNonNull(by, "by");
        requireNonNull(at, "at");
        requireNonNull(until, "until");
    }

    /** The first moment at which it no longer stands. */
    public Optional<Instant> ends() {
        return until.map(it -> it.plus(GRACE));
    }

    public boolean standsAt(Instant now) {
        return ends().map(now::isBefore).orElse(true);
    }
}
