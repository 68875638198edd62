package dev.readygate.signals.prometheus;

import dev.readygate.checks.metrics.MetricAnswer;
import dev.readygate.checks.metrics.Query.Span;
import dev.readygate.checks.promql.Bindings;
import dev.readygate.checks.promql.Grouped;
import dev.readygate.checks.promql.QueryTemplate;
import dev.readygate.checks.promql.Variable;
import dev.readygate.signals.prometheus.PrometheusQuery.Key;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers many queries by one request: a query that differs only by its Deployment is sent once for all Deployments
 * in each interval. A query that cannot be rewritten so, or whose answer was too large, is combined with others of
 * the same namespace.
 */
final class SharedAnswers {
    private static final int MOST_TEMPLATES = 10_000;

    /** How long the request for all is not tried again after it was too much for Prometheus. */
    private static final Duration APART = Duration.ofMinutes(5);

    /** Longer than users want to wait for a first answer. */
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final Map<SharedQuery, Optional<Grouped>> rewritten = new ConcurrentHashMap<>();
    private final Map<Key, Long> apartSince = new ConcurrentHashMap<>();
    private final TickCache<Split> forAll = new TickCache<>(it -> it.whole().saysNothing());
    private final TickCache<MetricAnswer> alone = new TickCache<>(MetricAnswer::saysNothing);
    private final Requests requests;
    private final QueryBatcher batcher;

    SharedAnswers(PrometheusClient client) {
        this.requests = new Requests(client);
        this.batcher = new QueryBatcher(requests);
    }

    CompletableFuture<MetricAnswer> answer(PrometheusQuery asked) {
        return grouped(asked).map(it -> fromAll(asked, it)).orElseGet(() -> alone(asked));
    }

    private Optional<Grouped> grouped(PrometheusQuery asked) {
        return switch (asked.query().span()) {
            case Span.Now now ->
                rewritten(new SharedQuery(asked.query().template(), now.maxAge()))
                        .filter(it -> it.answersFor(asked.deployment().name()));
            case Span.Over over -> Optional.empty();
        };
    }

    private record SharedQuery(QueryTemplate template, Duration maxAge) {}

    private Optional<Grouped> rewritten(SharedQuery asked) {
        if (rewritten.size() > MOST_TEMPLATES) {
            rewritten.clear();
        }
        return rewritten.computeIfAbsent(asked, it -> Grouped.of(it.template(), it.maxAge()));
    }

    private CompletableFuture<MetricAnswer> fromAll(PrometheusQuery asked, Grouped grouped) {
        var key = asked.key(grouped.template().fill(window(asked)));
        if (isApart(key)) {
            return alone(asked);
        }
        return forAll.get(
                        key,
                        () -> requests.send(key, asked.deployment().namespace(), "for all")
                                .thenApply(it -> Split.of(it, grouped)))
                .thenCompose(it -> it.askedTooMuch() ? apart(key, asked) : fromSplit(it.of(asked.deployment()), asked));
    }

    /**
     * A rare request says nothing about a new Deployment yet: until it does, that Deployment has a query of its
     * own.
     */
    private CompletableFuture<MetricAnswer> fromSplit(MetricAnswer part, PrometheusQuery asked) {
        boolean seldom = asked.query().refresh().compareTo(SELDOM) > 0;
        return seldom && part.saysNothing() ? alone(asked) : CompletableFuture.completedFuture(part);
    }

    private static Bindings window(PrometheusQuery asked) {
        return new Bindings(Map.of())
                .with(Variable.window, asked.query().bindings().value(Variable.window));
    }

    private CompletableFuture<MetricAnswer> apart(Key key, PrometheusQuery asked) {
        apartSince.put(key, AlignedTicks.number(APART));
        return alone(asked);
    }

    private boolean isApart(Key key) {
        var since = apartSince.get(key);
        if (since != null && since != AlignedTicks.number(APART)) {
            apartSince.remove(key, since);
        }
        return apartSince.containsKey(key);
    }

    private CompletableFuture<MetricAnswer> alone(PrometheusQuery asked) {
        var key = asked.key(asked.query().text());
        return alone.get(key, () -> batcher.join(asked, key));
    }
}
