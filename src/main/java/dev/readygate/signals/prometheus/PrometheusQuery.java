package dev.readygate.signals.prometheus;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.metrics.Query;
import dev.readygate.facts.DeploymentRef;
import java.time.Duration;

/** A query somebody wants an answer to. */
record PrometheusQuery(Server server, DeploymentRef asker, Query query, Duration timeout) {
    PrometheusQuery {
        requireNonNull(server, "server");
        requireNonNull(asker, "asker");
        requireNonNull(query, "query");
        requireNonNull(timeout, "timeout");
    }

    /** Put as PromQL to somebody, in one way or another. */
    Key key(String text) {
        return new Key(server, text, query.span(), query.refresh(), timeout);
    }

    /** Equal ones are answered by one request in each interval. */
    record Key(Server server, String text, Query.Span span, Duration refresh, Duration timeout) {}
}
