package dev.readygate.checks.cel;

import static java.util.Objects.requireNonNull;

/** What an expression made of the data. Its sentences name places in the expression, never anything of the data. */
public sealed interface CelResult {

    record Truth(boolean holds) implements CelResult {}

    record CelNumber(double value) implements CelResult {}

    /** The data is not as the expression takes it to be: a field is not there, a text is no number. */
    record Unfitting(String why) implements CelResult {
        public Unfitting {
            requireNonNull(why, "why");
        }
    }

    /** It was given up: it would have taken too long. */
    record TooCostly(String why) implements CelResult {
        public TooCostly {
            requireNonNull(why, "why");
        }
    }
}
