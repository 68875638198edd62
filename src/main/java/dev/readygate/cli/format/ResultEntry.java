package dev.readygate.cli.format;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What was found about one subject by one rule. */
public record ResultEntry(ReportedRule rule, EntryPlace where, Level level, String message) {
    public ResultEntry {
        requireNonNull(rule, "rule");
        requireNonNull(where, "where");
        requireNonNull(level, "level");
        requireNonNull(message, "message");
    }

    /**
     * @param id the same in every run, such as security/non-root
     * @param title in a few words, for people
     * @param help what to do where it is not kept; may be empty
     */
    public record ReportedRule(String id, String title, String help) {
        public ReportedRule {
            requireNonNull(id, "id");
            requireNonNull(title, "title");
            requireNonNull(help, "help");
        }
    }

    /**
     * @param subject what it is about, such as Deployment shop/cart
     * @param spot where that is written; nothing of what was read from a cluster
     */
    public record EntryPlace(String subject, Optional<Spot> spot) {
        public EntryPlace {
            requireNonNull(subject, "subject");
            requireNonNull(spot, "spot");
        }

        public static EntryPlace inCluster(String subject) {
            return new EntryPlace(subject, Optional.empty());
        }
    }

    /** @param line counted from 1 */
    public record Spot(String file, int line) {
        public Spot {
            requireNonNull(file, "file");
            if (line < 1) {
                throw new IllegalArgumentException("lines are counted from 1, not " + line);
            }
        }
    }

    /** From what is fine to what was never asked. */
    public enum Level {
        Pass,
        /** Not kept, and it matters. */
        Failure,
        /** Not kept, and nothing depends on it. */
        Warning,
        /** It was asked, and nobody could tell. */
        Note,
        /** The question itself is broken. */
        Error,
        /** Left to somebody else, or to another time. */
        Skipped
    }
}
