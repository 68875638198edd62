package dev.readygate.checks.metrics;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What became of one query. */
public sealed interface MetricAnswer {

    /** A whole answer, without reservations. */
    record QueryResult(List<Series> series) implements MetricAnswer {
        public QueryResult {
            series = List.copyOf(series);
        }
    }

    /** Nobody can tell: not reached, too slow, only part of an answer, an answer with warnings. */
    record NoQueryResult(String why) implements MetricAnswer {
        public NoQueryResult {
            requireNonNull(why, "why");
        }
    }

    /** The question is the trouble: not PromQL, not allowed, nobody to ask. */
    record InvalidQuery(String why) implements MetricAnswer {
        public InvalidQuery {
            requireNonNull(why, "why");
        }
    }

    /** No number at all: worth asking again soon, however seldom the number changes. */
    default boolean saysNothing() {
        return switch (this) {
            case QueryResult told ->
                told.series().stream().flatMap(it -> it.points().stream()).allMatch(it -> Double.isNaN(it.value()));
            case NoQueryResult silent -> true;
            case InvalidQuery refused -> false;
        };
    }
}
