package dev.readygate.chart;

import dev.readygate.testing.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The real Helm, rendering our chart for namespace {@code readygate} of a Kubernetes 1.36 it does not ask anything. */
record Helm(Cluster cluster) {

    /** @param values as {@code --set} takes them */
    Chart render(String... values) {
        return Chart.from(template(values));
    }

    /** What Helm says to values that the chart does not take. */
    String refusalOf(String... values) {
        try {
            template(values);
        } catch (IllegalStateException refused) {
            return refused.getMessage();
        }
        throw new AssertionError("Helm took " + List.of(values));
    }

    private String template(String... values) {
        var arguments = new ArrayList<>(
                List.of("template", "readygate", "helm/readygate", "-n", "readygate", "--kube-version", "1.36.0"));
        Stream.of(values).forEach(it -> arguments.addAll(List.of("--set", it)));
        return cluster.run("helm", arguments.toArray(String[]::new));
    }
}
