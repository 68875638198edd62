package dev.readygate.signals.prometheus;

import static java.util.stream.Collectors.groupingBy;

import dev.readygate.checks.metrics.MetricAnswer;
import dev.readygate.checks.metrics.Point;
import dev.readygate.checks.metrics.Series;
import dev.readygate.checks.promql.Grouped;
import dev.readygate.checks.promql.Grouped.SeriesOwner;
import dev.readygate.facts.DeploymentRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer about all Deployments, split by Deployment.
 *
 * @param nobodys the answer for Deployments without series
 */
record Split(MetricAnswer whole, Map<SeriesOwner, MetricAnswer> parts, MetricAnswer nobodys) {

    static Split of(MetricAnswer whole, Grouped grouped) {
        if (!(whole instanceof MetricAnswer.QueryResult told)) {
            return new Split(whole, Map.of(), whole);
        }
        var parts = new HashMap<SeriesOwner, MetricAnswer>();
        told.series().stream()
                .collect(groupingBy(it -> grouped.owner(it.labels())))
                .forEach((owner, series) -> parts.put(
                        owner,
                        new MetricAnswer.QueryResult(
                                series.stream().map(it -> asAsked(it, grouped)).toList())));
        return new Split(whole, parts, otherwise(grouped));
    }

    private static Series asAsked(Series series, Grouped grouped) {
        var labels = new HashMap<>(series.labels());
        labels.keySet().removeIf(grouped::isOurs);
        return new Series(labels, series.points());
    }

    /** A point without a time, which is never too old. */
    private static MetricAnswer otherwise(Grouped grouped) {
        return new MetricAnswer.QueryResult(grouped.otherwise().stream()
                .map(it -> new Series(Map.of(), List.of(new Point(Double.POSITIVE_INFINITY, it))))
                .toList());
    }

    boolean askedTooMuch() {
        return AnswerReader.askedTooMuch(whole);
    }

    MetricAnswer of(DeploymentRef ref) {
        return parts.getOrDefault(new SeriesOwner(ref.namespace(), ref.name()), nobodys);
    }
}
