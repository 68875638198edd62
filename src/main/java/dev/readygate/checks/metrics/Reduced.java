package dev.readygate.checks.metrics;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.MetricCheck.Reduce;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** An answer as one number, or why there is none. NaN and infinity are no data, and never compared. */
sealed interface Reduced {

    record ReducedNumber(double value) implements Reduced {}

    record NoNumber(Outcome outcome, String why) implements Reduced {
        public NoNumber {
            requireNonNull(outcome, "outcome");
            requireNonNull(why, "why");
        }

        static NoNumber unknown(String why) {
            return new NoNumber(Outcome.Unknown, why);
        }

        Sample sample(Instant at) {
            return new Sample(at, outcome, outcome == Outcome.Error ? "not asked" : "no data", why);
        }
    }

    /** The reduction. @param how several samples become one; without it there must be exactly one */
    record Reduction(Optional<Reduce> how, Duration maxAge) {
        Reduced apply(MetricAnswer answer, Instant at) {
            return switch (answer) {
                case MetricAnswer.NoQueryResult silent -> NoNumber.unknown("no data: " + silent.why());
                case MetricAnswer.InvalidQuery refused -> new NoNumber(Outcome.Error, refused.why());
                case MetricAnswer.QueryResult told -> number(told.series(), at);
            };
        }

        private Reduced number(List<Series> series, Instant at) {
            if (series.isEmpty()) {
                return NoNumber.unknown("no data: the query finds no series");
            }
            if (series.size() > 1 && how.isEmpty()) {
                return new NoNumber(Outcome.Error, several(series.size()));
            }
            var latest = series.stream().map(it -> it.points().getLast()).toList();
            if (latest.stream().anyMatch(it -> isOlder(it, at))) {
                return NoNumber.unknown("no data: the newest sample is older than %d s".formatted(maxAge.toSeconds()));
            }
            return finite(latest.stream().mapToDouble(Point::value).toArray());
        }

        private static String several(int count) {
            return "the query gives %d samples, and one is needed: add sum(...) or the like, or set reduce"
                    .formatted(count);
        }

        private boolean isOlder(Point point, Instant at) {
            return at.toEpochMilli() / 1000.0 - point.at() > maxAge.toMillis() / 1000.0;
        }

        private Reduced finite(double[] values) {
            for (double value : values) {
                if (!Double.isFinite(value)) {
                    return NoNumber.unknown("no data: the query gives " + NumberText.name(value));
                }
            }
            var stream = DoubleStream.of(values);
            return new ReducedNumber(
                    switch (how.orElse(Reduce.Max)) {
                        case Min -> stream.min().orElseThrow();
                        case Max -> stream.max().orElseThrow();
                        case Sum -> stream.sum();
                        case Mean -> stream.average().orElseThrow();
                    });
        }
    }
}
