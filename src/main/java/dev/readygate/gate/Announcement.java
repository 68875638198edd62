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

    public enum NewsKind {
        Verified(false),
        Proceeded(false),
        ScoreChanged(false),
        Warned(true),
        Held(true),
        Withdrawn(true),
        Rejected(true);

        private final boolean warning;

        NewsKind(boolean warning) {
            this.warning = warning;
        }

        public boolean isWarning() {
            return warning;
        }
    }
}
