package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Notes of people about a revision, for the record.
 *
 * @param committed when the commit was made that it was built from
 * @param unplanned deployed for a bug that users saw
 */
public record Particulars(
        Optional<String> version, Optional<Instant> committed, Optional<String> environment, boolean unplanned) {
    public static final Particulars NONE = new Particulars(Optional.empty(), Optional.empty(), Optional.empty(), false);

    public Particulars {
        requireNonNull(version, "version");
        requireNonNull(committed, "committed");
        requireNonNull(environment, "environment");
    }
}
