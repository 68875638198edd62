package dev.readygate.checks.cel;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.cel.Vocabulary.Gives;

/** A CEL expression of a policy. */
public sealed interface CelExpression permits CelExpression.Invalid, CompiledExpression {

    /** Compiling is remembered, so this may be called as often as is convenient. */
    static CelExpression of(String text, Vocabulary vocabulary, Gives gives) {
        return Compiled.EXPRESSIONS.get(new ExpressionSource(text, vocabulary, gives));
    }

    static CelExpression truth(String text, Vocabulary vocabulary) {
        return of(text, vocabulary, Gives.Truth);
    }

    /** Everything the outcome of compiling depends on. */
    record ExpressionSource(String text, Vocabulary vocabulary, Gives gives) {
        public ExpressionSource {
            requireNonNull(text, "text");
            requireNonNull(vocabulary, "vocabulary");
            requireNonNull(gives, "gives");
        }
    }

    /** It means nothing, whatever the data: a mistake of whoever wrote it. */
    record Invalid(String why) implements CelExpression {
        public Invalid {
            requireNonNull(why, "why");
        }
    }
}
