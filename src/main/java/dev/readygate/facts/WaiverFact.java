package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An excuse for one failing check of the Deployment at hand.
 *
 * @param revision the only revision it is for; empty means whichever runs
 */
public record WaiverFact(Statement statement, String check, Optional<String> revision, String reason) {
    public WaiverFact {
        requireNonNull(statement, "statement");
        requireNonNull(check, "check");
        requireNonNull(revision, "revision");
        requireNonNull(reason, "reason");
    }
}
