package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Decisions of users about a revision, as annotations on the Deployment. Each names the revision as the report
 * shows it, so that a decision about one never counts for another.
 *
 * @param proceed let through every gate, in spite of its checks
 * @param reject fails, in spite of its checks
 * @param retry was withdrawn, and is to be tried once more
 * @param decidedBy the author of the latest of the first two, as stamped by admission
 */
public record RevisionDecisions(
        Optional<String> proceed, Optional<String> reject, Optional<String> retry, Optional<String> decidedBy) {
    public static final RevisionDecisions NONE =
            new RevisionDecisions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public RevisionDecisions {
        requireNonNull(proceed, "proceed");
        requireNonNull(reject, "reject");
        requireNonNull(retry, "retry");
        requireNonNull(decidedBy, "decidedBy");
    }

    /** A rejection counts before a decision to proceed: it is the safer of the two. */
    public boolean proceeds(String revision) {
        return proceed.filter(revision::equals).isPresent() && !rejects(revision);
    }

    /** The author of the decision, for sentences. */
    public String decider() {
        return decidedBy.orElse(Person.UNKNOWN);
    }

    public boolean rejects(String revision) {
        return reject.filter(revision::equals).isPresent();
    }

    public boolean retries(String revision) {
        return retry.filter(revision::equals).isPresent();
    }
}
