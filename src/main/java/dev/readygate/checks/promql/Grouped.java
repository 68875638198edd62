package dev.readygate.checks.promql;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A query rewritten so that one request answers for every Deployment: labels of its series name their Deployment. The
 * series with one namespace and name are the result of the query for that Deployment.
 *
 * @param template without variables but the window
 * @param added only the rewriting put the labels there, so they are removed again
 * @param otherwise the query's value where there is no series
 */
public record Grouped(QueryTemplate template, Whose whose, boolean added, Optional<Double> otherwise) {
    /** The labels that name a Deployment. @param byPods its name was read from that of the pod */
    public record Whose(String namespace, String deployment, boolean byPods) {}

    public Grouped {
        requireNonNull(template, "template");
        requireNonNull(whose, "whose");
        requireNonNull(otherwise, "otherwise");
    }

    /** Empty if the query is not understood well enough: then each Deployment has its own. */
    public static Optional<Grouped> of(QueryTemplate template, Duration maxAge) {
        return PromqlExpression.of(template.text())
                .map(new Freshness(maxAge)::of)
                .flatMap(Grouping::of);
    }

    /** A long name cannot be read from its pods' names. */
    public boolean answersFor(String deployment) {
        return !whose.byPods() || !Bindings.hasLongName(deployment);
    }

    public SeriesOwner owner(Map<String, String> labels) {
        return new SeriesOwner(labels.getOrDefault(whose.namespace(), ""), labels.getOrDefault(whose.deployment(), ""));
    }

    /** As the query would have named it. */
    public boolean isOurs(String label) {
        return label.equals(Grouping.DEPLOYMENT)
                || added && (label.equals(whose.namespace()) || label.equals(whose.deployment()));
    }

    public record SeriesOwner(String namespace, String deployment) {}
}
