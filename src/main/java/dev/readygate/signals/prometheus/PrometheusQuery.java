package dev.readygate.signals.prometheus;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.metrics.Query;
import dev.readygate.facts.DeploymentRef;
import java.time.Duration;

/** A query of one check for one Deployment. */
record PrometheusQuery(Server server, DeploymentRef deployment, Query query, Duration timeout) {
    PrometheusQuery {
        requireNonNull(server, "server");
        requireNonNull(deployment, "deployment");
        requireNonNull(query, "query");
        requireNonNull(timeout, "timeout");
    }

    /** The request for this query with the given PromQL. */
    Key key(String text) {
        return new Key(server, text, query.span(), query.refresh(), timeout);
    }

    /** One request in each interval answers all equal keys. */
    record Key(Server server, String text, Query.Span span, Duration refresh, Duration timeout) {}
}
