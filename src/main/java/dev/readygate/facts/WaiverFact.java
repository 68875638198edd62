package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A waiver for one failing check of the Deployment.
 *
 * @param revision the only revision it is for; empty means any
 * @param owner the person responsible for the check to pass by the time it ends
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
