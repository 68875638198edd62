package dev.readygate.checks.promql;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A query rewritten so that one request answers for every Deployment: its series carry whose they are. The part of them
 * with somebody's namespace and name is what the query itself would have given for that one.
 *
 * @param template without variables but the window
 * @param added the labels that only we put there, to be taken off again
 * @param otherwise what the query gives where there is no series
 */
public record Grouped(QueryTemplate template, Whose whose, boolean added, Optional<Double> otherwise) {
    /** Where a series says whose it is. @param byPods the Deployment's name was read from that of the pod */
    public record Whose(String namespace, String deployment, boolean byPods) {}

    public Grouped {
        requireNonNull(template, "template");
        requireNonNull(whose, "whose");
        requireNonNull(otherwise, "otherwise");
    }

    /** Nothing, if it is not understood well enough: then everybody is asked about by themselves. */
    public static Optional<Grouped> of(QueryTemplate template, Duration maxAge) {
        return PromqlExpression.of(template.text())
                .map(new Freshness(maxAge)::of)
                .flatMap(Grouping::of);
    }

    /** A long name cannot be read from those of its pods. */
    public boolean answersFor(String deployment) {
        return !whose.byPods() || !Bindings.hasLongName(deployment);
    }

    public SeriesOwner owner(Map<String, String> labels) {
        return new SeriesOwner(labels.getOrDefault(whose.namespace(), ""), labels.getOrDefault(whose.deployment(), ""));
    }

    /** As the query itself would have named it. */
    public boolean isOurs(String label) {
        return label.equals(Grouping.DEPLOYMENT)
                || added && (label.equals(whose.namespace()) || label.equals(whose.deployment()));
    }

    public record SeriesOwner(String namespace, String deployment) {}
}
