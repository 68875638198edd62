package dev.readygate.chart;

import dev.readygate.testing.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Renders the chart with the real Helm for namespace {@code readygate} and Kubernetes 1.36, without a cluster. */
record Helm(Cluster cluster) {

    /** @param values arguments of {@code --set} */
    Chart render(String... values) {
        return Chart.from(template(values));
    }

    /** Helm's error for values that the chart rejects. */
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
