package dev.readygate.checks.metrics;

import java.util.List;
import java.util.Map;

/** One series of an answer: a single point of it, or several over time. */
public record Series(Map<String, String> labels, List<Point> points) {
    public Series {
        labels = Map.copyOf(labels);
        points = List.copyOf(points);
    }
}
