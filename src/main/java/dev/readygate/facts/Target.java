package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/** The target that a check asks. */
public sealed interface Target {

    /** One pod, by identity: its address may be another pod's tomorrow. */
    record OnePod(String uid) implements Target {
        public OnePod {
            requireNonNull(uid, "uid");
        }
    }

    /** The pods of one revision together, so that an answer about another never counts for it. */
    record OneRevision(String hash) implements Target {
        public OneRevision {
            requireNonNull(hash, "hash");
        }
    }

    /** The workload as a whole: its Service, a URL, a query over all its pods. */
    record Whole() implements Target {}
}
