package dev.readygate.checks.metrics;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The values of both sides at moments at which both have some: a time of one side alone, such as its start or a quiet
 * hour, is not compared. NaN and infinity are left out.
 */
record Sides(double[] fresh, double[] old) {

    static Sides of(List<Series> series, Set<String> fresh, Set<String> old) {
        var ofNew = points(series, fresh);
        var ofOld = points(series, old);
        var common = moments(ofNew);
        common.retainAll(moments(ofOld));
        return new Sides(values(ofNew, common), values(ofOld, common));
    }

    private static List<Point> points(List<Series> series, Set<String> pods) {
        return series.stream()
                .filter(it -> pods.contains(it.labels().get("pod")))
                .flatMap(it -> it.points().stream())
                .filter(it -> Double.isFinite(it.value()))
                .toList();
    }

    private static Set<Double> moments(Collection<Point> points) {
        return points.stream().map(Point::at).collect(Collectors.toCollection(HashSet::new));
    }

    private static double[] values(List<Point> points, Set<Double> moments) {
        Stream<Point> common = points.stream().filter(it -> moments.contains(it.at()));
        return common.mapToDouble(Point::value).toArray();
    }

    double meanOfNew() {
        return mean(fresh);
    }

    double meanOfOld() {
        return mean(old);
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElse(Double.NaN);
    }
}
