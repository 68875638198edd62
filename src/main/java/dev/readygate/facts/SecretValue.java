package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/** The value of a key of a Secret, or why it is not available. */
public sealed interface SecretValue {

    record SecretText(String text) implements SecretValue {
        public SecretText {
            requireNonNull(text, "text");
        }

        /** The value must not get into a log by way of a record's text. */
        @Override
        public String toString() {
            return "Known[…]";
        }
    }

    /** @param why a sentence that says what to do about it */
    record Withheld(String why) implements SecretValue {
        public Withheld {
            requireNonNull(why, "why");
        }
    }
}
