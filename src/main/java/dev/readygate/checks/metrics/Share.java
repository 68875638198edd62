package dev.readygate.checks.metrics;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.Outcome;

/** The share of what was bad over one window. */
sealed interface Share {

    /** From 0 to 1. */
    record Bad(double share) implements Share {}

    /** Counted, and nothing happened: 0 of 0. Nothing burns where nothing happens. */
    record Quiet() implements Share {}

    record None(Outcome outcome, String why) implements Share {
        public None {
            requireNonNull(outcome, "outcome");
            requireNonNull(why, "why");
        }
    }

    static Share of(MetricAnswer answer) {
        return switch (answer) {
            case MetricAnswer.Silent silent -> new None(Outcome.Unknown, "no data: " + silent.why());
            case MetricAnswer.Refused refused -> new None(Outcome.Error, refused.why());
            case MetricAnswer.Told told
            when told.series().isEmpty() ->
                new None(Outcome.Unknown, "no data: the indicator finds no series, or no bucket of the threshold");
            case MetricAnswer.Told told ->
                of(told.series().getFirst().points().getLast().value());
        };
    }

    /** Rates are extrapolated, so a little less than none, or more than all, happens. */
    private static Share of(double value) {
        if (Double.isNaN(value)) {
            return new Quiet();
        }
        return Double.isInfinite(value)
                ? new None(Outcome.Unknown, "no data: errors were counted, and no requests")
                : new Bad(Math.clamp(value, 0, 1));
    }
}
