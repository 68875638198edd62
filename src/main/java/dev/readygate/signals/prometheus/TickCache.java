package dev.readygate.signals.prometheus;

import dev.readygate.signals.prometheus.PrometheusQuery.Key;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The answers of the current interval, each query once. Answers of past intervals are dropped over time, and an
 * empty answer is not kept for long.
 */
final class TickCache<T> {
    private static final Duration SWEEP = Duration.ofSeconds(30);

    static final Duration SOON = Duration.ofSeconds(10);

    private final Predicate<T> saysNothing;
    private final Map<Key, CachedAnswer<T>> entries = new ConcurrentHashMap<>();
    private final AtomicLong swept = new AtomicLong(AlignedTicks.number(SWEEP));

    TickCache(Predicate<T> saysNothing) {
        this.saysNothing = saysNothing;
    }

    private record CachedAnswer<T>(long number, long soon, CompletableFuture<T> answer) {
        boolean says(Predicate<T> what) {
            return answer.isDone() && !answer.isCompletedExceptionally() && what.test(answer.join());
        }
    }

    /** The answer that exists or is under way, or a new one. */
    CompletableFuture<T> get(Key key, Supplier<CompletableFuture<T>> begin) {
        sweep();
        long now = AlignedTicks.number(key.refresh());
        return entries.compute(
                        key,
                        (_, known) -> known != null && known.number() == now && isWorthKeeping(known)
                                ? known
                                : new CachedAnswer<>(now, AlignedTicks.number(SOON), begin.get()))
                .answer();
    }

    private boolean isWorthKeeping(CachedAnswer<T> known) {
        return known.soon() == AlignedTicks.number(SOON) || !known.says(saysNothing);
    }

    private void sweep() {
        long now = AlignedTicks.number(SWEEP);
        if (swept.getAndSet(now) != now) {
            entries.entrySet()
                    .removeIf(it -> it.getValue().number()
                            != AlignedTicks.number(it.getKey().refresh()));
        }
    }

    int remembered() {
        return entries.size();
    }
}
