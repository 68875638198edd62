package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A withdrawn revision, kept in the GateBook so that a restarted operator goes on instead of judging it again.
 *
 * @param check the name of the check that failed it
 * @param why the finding of that check, in a sentence
 */
public record Hold(String hash, Instant since, String check, String why) {
    public Hold {
        requireNonNull(hash, "hash");
        requireNonNull(since, "since");
        requireNonNull(check, "check");
        requireNonNull(why, "why");
    }
}
