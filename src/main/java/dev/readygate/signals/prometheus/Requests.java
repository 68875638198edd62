package dev.readygate.signals.prometheus;

import dev.readygate.checks.metrics.MetricAnswer;
import dev.readygate.signals.prometheus.Wish.Key;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sends each request on a thread of its own, and of one lane only so many at a time: who is slow delays nobody else. */
final class Requests {
    private static final int MOST_IN_A_LANE = 4;

    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final PrometheusClient client;

    Requests(PrometheusClient client) {
        this.client = client;
    }

    CompletableFuture<MetricAnswer> send(Key key, String lane) {
        var answer = new CompletableFuture<MetricAnswer>();
        Thread.startVirtualThread(() -> {
            try {
                answer.complete(inLane(key, lane));
            } catch (InterruptedException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private MetricAnswer inLane(Key key, String name) throws InterruptedException {
        var lane = lanes.compute(name, (_, known) -> (known == null ? new Lane() : known).oneMore());
        try {
            if (!lane.free.tryAcquire(key.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return new MetricAnswer.Silent("earlier queries for this namespace take too long");
            }
            try {
                return client.ask(key.server(), key.text(), key.span(), key.timeout());
            } finally {
                lane.free.release();
            }
        } finally {
            lanes.computeIfPresent(name, (_, it) -> it.oneLess());
        }
    }

    /** Counted only inside the map's own atomic calls. */
    private static final class Lane {
        private final Semaphore free = new Semaphore(MOST_IN_A_LANE, true);
        private int users;

        Lane oneMore() {
            users++;
            return this;
        }

        Lane oneLess() {
            users--;
            return users == 0 ? null : this;
        }
    }
}
