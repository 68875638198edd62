package dev.readygate.cli.format;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** The result of one rule for one subject. */
public record ResultEntry(ReportedRule rule, EntryPlace where, Level level, String message) {
    public ResultEntry {
        requireNonNull(rule, "rule");
        requireNonNull(where, "where");
        requireNonNull(level, "level");
        requireNonNull(message, "message");
    }

    /**
     * @param id stable over runs, such as security/non-root
     * @param title a few words for readers
     * @param help what to do if the rule is not kept; may be empty
     */
    public record ReportedRule(String id, String title, String help) {
        public ReportedRule {
            requireNonNull(id, "id");
            requireNonNull(title, "title");
            requireNonNull(help, "help");
        }
    }

    /**
     * @param subject a name such as Deployment shop/cart
     * @param spot the place in a file; empty for an object from a cluster
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

    public enum Level {
        Pass,
        /** The rule is not kept, and blocks. */
        Failure,
        /** The rule is not kept, and does not block. */
        Warning,
        /** The rule was evaluated, but has no answer. */
        Note,
        /** The rule itself is invalid. */
        Error,
        /** The rule was not evaluated, or is waived. */
        Skipped
    }
}
