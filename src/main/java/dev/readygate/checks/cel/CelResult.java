package dev.readygate.checks.cel;

import static java.util.Objects.requireNonNull;

/** The result of an expression over the data. Its sentences name places in the expression and never quote data. */
public sealed interface CelResult {

    record Truth(boolean holds) implements CelResult {}

    record CelNumber(double value) implements CelResult {}

    /** The data does not fit the expression: a field is missing, a text is not a number. */
    record Unfitting(String why) implements CelResult {
        public Unfitting {
            requireNonNull(why, "why");
        }
    }

    /** Evaluation stopped: it would take too long. */
    record TooCostly(String why) implements CelResult {
        public TooCostly {
            requireNonNull(why, "why");
        }
    }
}
