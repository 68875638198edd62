package dev.readygate.controller;

import dev.readygate.signals.fetch.ConcurrencyLimiter;
import dev.readygate.signals.fetch.Limits;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Limits how many of the SDK's threads a namespace uses at once: no more than half of those that are free. A
 * reconciliation without a thread comes back later, and the later the more of its namespace wait.
 */
public final class LooksAtOnce {
    /** The number of the SDK's threads: quarkus.operator-sdk.concurrent-reconciliation-threads. */
    private static final int THREADS = 50;

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration FOR_EACH = Duration.ofMillis(1);

    /** An object that has not come back by then counts as deleted. */
    private static final Duration LONG_AGO = Duration.ofMinutes(10);

    private final ConcurrencyLimiter places;

    /** By namespace: the postponed objects, and when, the oldest first. */
    private final Map<String, LinkedHashMap<String, Long>> putOff = new HashMap<>();

    public LooksAtOnce() {
        this(THREADS);
    }

    LooksAtOnce(int threads) {
        places = new ConcurrencyLimiter(new Limits(threads, threads, threads));
    }

    /**
     * @param what the name of the object in the namespace
     * @param later gives the result if no thread is free, from the delay after which to come back
     */
    <T> T take(String namespace, String what, Supplier<T> look, Function<Duration, T> later) {
        var place = enter(namespace);
        if (place.isEmpty()) {
            return later.apply(putOff(namespace, what));
        }
        try (var _ = place.get()) {
            forget(namespace, what);
            return look.get();
        }
    }

    private Optional<ConcurrencyLimiter.Pass> enter(String namespace) {
        try {
            return places.enter(namespace, namespace, Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before its turn came", e);
        }
    }

    private synchronized Duration putOff(String namespace, String what) {
        long now = System.nanoTime();
        var all = putOff.computeIfAbsent(namespace, _ -> new LinkedHashMap<>());
        all.putLast(what, now);
        while (now - all.firstEntry().getValue() > LONG_AGO.toNanos()) {
            all.pollFirstEntry();
        }
        return SOON.plus(FOR_EACH.multipliedBy(all.size()));
    }

    /** The object has come back, or is deleted. */
    synchronized void forget(String namespace, String what) {
        putOff.computeIfPresent(namespace, (_, all) -> all.remove(what) != null && all.isEmpty() ? null : all);
    }
}
