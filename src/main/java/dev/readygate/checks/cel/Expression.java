package dev.readygate.checks.cel;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.cel.Vocabulary.Gives;

/** A CEL expression of a policy. */
public sealed interface Expression permits Expression.Invalid, Program {

    /** Compiling is remembered, so this may be called as often as is convenient. */
    static Expression of(String text, Vocabulary vocabulary, Gives gives) {
        return Compiled.EXPRESSIONS.get(new Source(text, vocabulary, gives));
    }

    static Expression truth(String text, Vocabulary vocabulary) {
        return of(text, vocabulary, Gives.Truth);
    }

    /** Everything the outcome of compiling depends on. */
    record Source(String text, Vocabulary vocabulary, Gives gives) {
        public Source {
            requireNonNull(text, "text");
            requireNonNull(vocabulary, "vocabulary");
            requireNonNull(gives, "gives");
        }
    }

    /** It means nothing, whatever the data: a mistake of whoever wrote it. */
    record Invalid(String why) implements Expression {
        public Invalid {
            requireNonNull(why, "why");
        }
    }
}
