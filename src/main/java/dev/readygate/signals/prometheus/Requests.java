package dev.readygate.signals.prometheus;

import dev.readygate.checks.metrics.MetricAnswer;
import dev.readygate.signals.fetch.ConcurrencyLimiter;
import dev.readygate.signals.fetch.Limits;
import dev.readygate.signals.prometheus.PrometheusQuery.Key;
import java.util.concurrent.CompletableFuture;

/**
 * Sends each request on a thread of its own, and only so many at a time for each namespace: slow queries of one
 * namespace delay no other.
 */
final class Requests {
    /** Four of one lane; the longest answers have four megabytes, so sixteen of all. */
    private final ConcurrencyLimiter limiter = new ConcurrencyLimiter(new Limits(4, 8, 16));

    private final PrometheusClient client;

    Requests(PrometheusClient client) {
        this.client = client;
    }

    /**
     * @param lane of this namespace: requests that only it waits for, and requests that others wait for too, have
     *     separate limits
     */
    CompletableFuture<MetricAnswer> send(Key key, String namespace, String lane) {
        var answer = new CompletableFuture<MetricAnswer>();
        Thread.startVirtualThread(() -> {
            try {
                answer.complete(inTurn(key, namespace, lane));
            } catch (InterruptedException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private MetricAnswer inTurn(Key key, String namespace, String lane) throws InterruptedException {
        var pass = limiter.enter(namespace, lane, key.timeout());
        if (pass.isEmpty()) {
            return new MetricAnswer.NoQueryResult("earlier queries for this namespace take too long");
        }
        try (var _ = pass.get()) {
            return client.ask(key.server(), key.text(), key.span(), key.timeout());
        }
    }
}
