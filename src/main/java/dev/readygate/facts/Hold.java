package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A revision that was taken back, kept in the GateBook so that a restart goes on instead of asking again. */
public record Hold(String hash, Instant since, String why) {
    public Hold {
        requireNonNull(hash, "hash");
        requireNonNull(since, "since");
        requireNonNull(why, "why");
    }
}
