package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

/**
 * A transition that the operator reports to users.
 *
 * @param key the same transition has the same key, also after a crash, so it is reported once
 */
public record Announcement(String key, NewsKind kind, String sentence) {
    public Announcement {
        requireNonNull(key, "key");
        requireNonNull(kind, "kind");
        requireNonNull(sentence, "sentence");
    }

    /** The reasons of Events, which change only with the API version; docs/reference/reasons.md is made of them. */
    public enum NewsKind {
        Verified(false, "the revision is verified"),
        Proceeded(false, "a person let the revision through a gate"),
        ScoreChanged(false, "5 points or more away from what was last told; a rise waits until 5 minutes after that"),
        Withdrawn(true, "a check failed, and the revision is taken back"),
        Held(true, "a check fails, and nothing is taken back"),
        Warned(true, "a check fails, and policies only warn"),
        Rejected(true, "a person turned the revision away");

        private final boolean warning;
        private final String meaning;

        NewsKind(boolean warning, String meaning) {
            this.warning = warning;
            this.meaning = meaning;
        }

        public boolean isWarning() {
            return warning;
        }

        /** What the word means, for people. */
        public String meaning() {
            return meaning;
        }
    }
}
