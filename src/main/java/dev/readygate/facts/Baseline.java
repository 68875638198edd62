package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The baseline: the last revision that is known to be good, to which a withdrawal or a rollback goes back.
 *
 * @param unproven it was running when Readygate met it, and has not passed its checks yet
 */
public record Baseline(String hash, Instant since, boolean unproven) {
    public Baseline {
        requireNonNull(hash, "hash");
        requireNonNull(since, "since");
    }

    public Baseline proven() {
        return new Baseline(hash, since, false);
    }
}
