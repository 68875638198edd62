package dev.readygate.checks.cel;

import dev.readygate.checks.cel.Expression.Source;

/** The expressions compiled lately: the least lately used are forgotten. */
final class Compiled {
    static final Compiled EXPRESSIONS = new Compiled(2_000);

    private final Recent<Source, Expression> latest;

    Compiled(int most) {
        this.latest = new Recent<>(most, _ -> 1);
    }

    /** Two threads may compile the same one at once, which does no harm; nobody waits for another's. */
    Expression get(Source source) {
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
