package dev.readygate.signals.prometheus;

import dev.readygate.checks.metrics.MetricAnswer;
import dev.readygate.checks.metrics.Series;
import dev.readygate.checks.promql.QueryTemplate;
import dev.readygate.signals.prometheus.PrometheusQuery.Key;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Combines simultaneous queries of one template and namespace into few requests: each query gets a label of its
 * own, by which the answers are split again.
 */
final class QueryBatcher {
    private static final String LABEL = "readygate_query";
    private static final Duration PATIENCE = Duration.ofMillis(25);
    private static final String LANE = "for one";
    private static final int MOST = 20;
    private static final int LONGEST = 32 * 1024;

    private final Map<Common, Map<Key, CompletableFuture<MetricAnswer>>> waiting = new ConcurrentHashMap<>();
    private final Requests requests;

    QueryBatcher(Requests requests) {
        this.requests = requests;
    }

    private record Common(Key kind, QueryTemplate template, String namespace) {}

    CompletableFuture<MetricAnswer> join(PrometheusQuery asked, Key key) {
        var common = new Common(
                asked.key(""), asked.query().template(), asked.deployment().namespace());
        var answer = new CompletableFuture<MetricAnswer>();
        waiting.compute(common, (_, others) -> {
            var all = others == null ? begin(common) : others;
            all.put(key, answer);
            return all;
        });
        return answer;
    }

    private Map<Key, CompletableFuture<MetricAnswer>> begin(Common common) {
        CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> send(waiting.remove(common), common));
        return new LinkedHashMap<>();
    }

    private void send(Map<Key, CompletableFuture<MetricAnswer>> members, Common common) {
        var batch = new LinkedHashMap<Key, CompletableFuture<MetricAnswer>>();
        int length = 0;
        for (var member : members.entrySet()) {
            length += member.getKey().text().length();
            if (!batch.isEmpty() && (batch.size() == MOST || length > LONGEST)) {
                together(batch, common);
                batch = new LinkedHashMap<>();
                length = member.getKey().text().length();
            }
            batch.put(member.getKey(), member.getValue());
        }
        together(batch, common);
    }

    private void together(Map<Key, CompletableFuture<MetricAnswer>> batch, Common common) {
        var keys = List.copyOf(batch.keySet());
        if (keys.size() == 1) {
            alone(batch, common);
            return;
        }
        requests.send(union(keys, common), common.namespace(), LANE).whenComplete((answer, failure) -> {
            if (failure != null || AnswerReader.askedTooMuch(answer)) {
                oneByOne(batch, common);
            } else {
                apart(answer, keys).forEach((key, part) -> batch.get(key).complete(part));
            }
        });
    }

    /** The first query goes alone: if it is invalid, so are the others, and they are not sent. */
    private void oneByOne(Map<Key, CompletableFuture<MetricAnswer>> batch, Common common) {
        var others = new LinkedHashMap<>(batch);
        var first = others.pollFirstEntry();
        alone(Map.ofEntries(first), common);
        first.getValue().whenComplete((answer, failure) -> {
            if (failure == null && AnswerReader.isMeaningless(answer)) {
                others.values().forEach(it -> it.complete(answer));
            } else {
                alone(others, common);
            }
        });
    }

    private void alone(Map<Key, CompletableFuture<MetricAnswer>> batch, Common common) {
        batch.forEach((key, waits) -> requests.send(key, common.namespace(), LANE)
                .whenComplete((answer, failure) -> {
                    if (failure == null) {
                        waits.complete(answer);
                    } else {
                        waits.completeExceptionally(failure);
                    }
                }));
    }

    /** A line break ends a comment at the end of a query. */
    private static Key union(List<Key> keys, Common common) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < keys.size(); i++) {
            parts.add("label_replace(%s\n, \"%s\", \"%d\", \"\", \"\")"
                    .formatted(keys.get(i).text(), LABEL, i));
        }
        var kind = common.kind();
        return new Key(kind.server(), String.join(" or ", parts), kind.span(), kind.refresh(), kind.timeout());
    }

    private static Map<Key, MetricAnswer> apart(MetricAnswer answer, List<Key> keys) {
        var parts = new HashMap<Key, MetricAnswer>();
        for (int i = 0; i < keys.size(); i++) {
            parts.put(keys.get(i), answer instanceof MetricAnswer.QueryResult told ? part(told, i) : answer);
        }
        return parts;
    }

    private static MetricAnswer part(MetricAnswer.QueryResult told, int number) {
        return new MetricAnswer.QueryResult(told.series().stream()
                .filter(it -> String.valueOf(number).equals(it.labels().get(LABEL)))
                .map(QueryBatcher::withoutLabel)
                .toList());
    }

    private static Series withoutLabel(Series series) {
        var labels = new HashMap<>(series.labels());
        labels.remove(LABEL);
        return new Series(labels, series.points());
    }
}
