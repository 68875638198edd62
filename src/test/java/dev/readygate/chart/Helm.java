package dev.readygate.chart;

import dev.readygate.testing.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The real Helm. It renders the chart for namespace {@code readygate} of a Kubernetes 1.36, without a request to
 * the cluster.
 */
record Helm(Cluster cluster) {

    /** @param values in the form of {@code --set} */
    Chart render(String... values) {
        return Chart.from(template(values));
    }

    /** Helm's message about values that the chart rejects. */
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
