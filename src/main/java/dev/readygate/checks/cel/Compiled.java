package dev.readygate.checks.cel;

import dev.readygate.checks.cel.Expression.Source;
import java.util.LinkedHashMap;
import java.util.Map;

/** The expressions compiled lately: the least lately used are forgotten. */
final class Compiled {
    static final Compiled EXPRESSIONS = new Compiled(2_000);

    private final Map<Source, Expression> latest;

    Compiled(int most) {
        this.latest = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Source, Expression> eldest) {
                return size() > most;
            }
        };
    }

    /** Two threads may compile the same one at once, which does no harm; nobody waits for another's. */
    Expression get(Source source) {
        var known = known(source);
        if (known != null) {
            return known;
        }
        var compiled = Language.of(source.vocabulary()).compile(source);
        synchronized (latest) {
            latest.put(source, compiled);
        }
        return compiled;
    }

    private Expression known(Source source) {
        synchronized (latest) {
            return latest.get(source);
        }
    }

    int size() {
        synchronized (latest) {
            return latest.size();
        }
    }
}
