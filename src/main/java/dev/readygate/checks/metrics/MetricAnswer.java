package dev.readygate.checks.metrics;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The result of one query. */
public sealed interface MetricAnswer {

    /** A whole answer without warnings. */
    record QueryResult(List<Series> series) implements MetricAnswer {
        public QueryResult {
            series = List.copyOf(series);
        }
    }

    /** There is no answer to use: not reached, too slow, partial, or with warnings. */
    record NoQueryResult(String why) implements MetricAnswer {
        public NoQueryResult {
            requireNonNull(why, "why");
        }
    }

    /** The query is at fault: not PromQL, not allowed, no Prometheus. */
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
