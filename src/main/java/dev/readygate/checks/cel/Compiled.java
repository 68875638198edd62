package dev.readygate.checks.cel;

import dev.readygate.checks.cel.CelExpression.ExpressionSource;

/** Recently compiled expressions; the least recently used go first. */
final class Compiled {
    static final Compiled EXPRESSIONS = new Compiled(2_000);

    private final WeighedCache<ExpressionSource, CelExpression> latest;

    Compiled(int most) {
        this.latest = new WeighedCache<>(most, _ -> 1);
    }

    /** Two threads may compile the same one at once, which does no harm; no thread waits for another. */
    CelExpression get(ExpressionSource source) {
        return latest.get(source).orElseGet(() -> {
            var compiled = Language.of(source.vocabulary()).compile(source);
            latest.put(source, compiled);
            return compiled;
        });
    }

    int size() {
        return latest.size();
    }
}
