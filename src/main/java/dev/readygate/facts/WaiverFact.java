package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An excuse for one failing check of the Deployment at hand.
 *
 * @param revision the only revision it is for; empty means whichever runs
 * @param owner who sees to it that the check passes by the time it ends
 * @param link where it is tracked
 */
public record WaiverFact(
        Statement statement,
        String check,
        Optional<String> revision,
        String reason,
        Optional<String> owner,
        Optional<String> link) {
    public WaiverFact {
        requireNonNull(statement, "statement");
        requireNonNull(check, "check");
        requireNonNull(revision, "revision");
        requireNonNull(reason, "reason");
        requireNonNull(owner, "owner");
        requireNonNull(link, "link");
    }

    public WaiverFact(Statement statement, String check, Optional<String> revision, String reason) {
        this(statement, check, revision, reason, Optional.empty(), Optional.empty());
    }
}
