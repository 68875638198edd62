package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something somebody stated, and for how long it stands.
 *
 * @param name of the object that says so
 * @param by who stated it, as stamped by the API server; empty when nobody vouches for the author
 * @param at when the API server took it
 * @param until it does not count from then on
 */
public record Statement(String name, Optional<Person> by, Instant at, Optional<Instant> until) {
    /** Two clocks are never closer than this, and the API server's times have no fractions. */
    public static final Duration GRACE = Duration.ofSeconds(2);

    public Statement {
        requireNonNull(name, "name");
        requireNonNull(by, "by");
        requireNonNull(at, "at");
        requireNonNull(until, "until");
    }

    /** The first moment at which it does not stand any more. */
    public Optional<Instant> ends() {
        return until.map(it -> it.plus(GRACE));
    }

    public boolean standsAt(Instant now) {
        return ends().map(now::isBefore).orElse(true);
    }
}
