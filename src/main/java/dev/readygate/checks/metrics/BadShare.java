package dev.readygate.checks.metrics;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.Outcome;

/** The bad share of one window. */
sealed interface BadShare {

    /** From 0 to 1. */
    record Bad(double share) implements BadShare {}

    /** Counted, and nothing happened: 0 of 0. Without requests nothing burns. */
    record Quiet() implements BadShare {}

    record NoShare(Outcome outcome, String why) implements BadShare {
        public NoShare {
            requireNonNull(outcome, "outcome");
            requireNonNull(why, "why");
        }
    }

    static BadShare of(MetricAnswer answer) {
        return switch (answer) {
            case MetricAnswer.NoQueryResult silent -> new NoShare(Outcome.Unknown, "no data: " + silent.why());
            case MetricAnswer.InvalidQuery refused -> new NoShare(Outcome.Error, refused.why());
            case MetricAnswer.QueryResult told
            when told.series().isEmpty() ->
                new NoShare(Outcome.Unknown, "no data: the indicator finds no series, or no bucket of the threshold");
            case MetricAnswer.QueryResult told ->
                of(told.series().getFirst().points().getLast().value());
        };
    }

    /** Prometheus extrapolates rates, so a share can be just below 0 or above 1. */
    private static BadShare of(double value) {
        if (Double.isNaN(value)) {
            return new Quiet();
        }
        return Double.isInfinite(value)
                ? new NoShare(Outcome.Unknown, "no data: errors were counted, and no requests")
                : new Bad(Math.clamp(value, 0, 1));
    }
}
