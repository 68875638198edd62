package dev.readygate.checks.cel;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.cel.Vocabulary.Gives;

/** A CEL expression of a policy. */
public sealed interface CelExpression permits CelExpression.Invalid, CompiledExpression {

    /** Results are cached, so callers may call this often. */
    static CelExpression of(String text, Vocabulary vocabulary, Gives gives) {
        return Compiled.EXPRESSIONS.get(new ExpressionSource(text, vocabulary, gives));
    }

    static CelExpression truth(String text, Vocabulary vocabulary) {
        return of(text, vocabulary, Gives.Truth);
    }

    /** All inputs of compiling. */
    record ExpressionSource(String text, Vocabulary vocabulary, Gives gives) {
        public ExpressionSource {
            requireNonNull(text, "text");
            requireNonNull(vocabulary, "vocabulary");
            requireNonNull(gives, "gives");
        }
    }

    /** It is invalid with any data: a mistake of its author. */
    record Invalid(String why) implements CelExpression {
        public Invalid {
            requireNonNull(why, "why");
        }
    }
}
