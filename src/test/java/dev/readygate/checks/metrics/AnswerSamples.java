package dev.readygate.checks.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers of Prometheus for tests. */
final class AnswerSamples {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private AnswerSamples() {}

    static MetricAnswer values(double... values) {
        var series = new ArrayList<Series>();
        for (double value : values) {
            series.add(new Series(Map.of("n", "" + series.size()), List.of(now(value))));
        }
        return new MetricAnswer.QueryResult(series);
    }

    static MetricAnswer nothing() {
        return new MetricAnswer.QueryResult(List.of());
    }

    static MetricAnswer old(double value, long seconds) {
        var point = new Point(NOON.minusSeconds(seconds).getEpochSecond(), value);
        return new MetricAnswer.QueryResult(List.of(new Series(Map.of(), List.of(point))));
    }

    static Point now(double value) {
        return new Point(NOON.getEpochSecond(), value);
    }
}
