package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/** What a key of a Secret holds, or why nobody can tell. */
public sealed interface SecretValue {

    record SecretText(String text) implements SecretValue {
        public SecretText {
            requireNonNull(text, "text");
        }

        /** It must not end up in a log by way of a record's text. */
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
