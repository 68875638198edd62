package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A revision that was taken back, kept in the GateBook so that a restart goes on instead of asking again.
 *
 * @param check the name of the check that refused it
 * @param why what that check saw, in a sentence
 */
public record Hold(String hash, Instant since, String check, String why) {
    public Hold {
        requireNonNull(hash, "hash");
        requireNonNull(since, "since");
        requireNonNull(check, "check");
        requireNonNull(why, "why");
    }
}
