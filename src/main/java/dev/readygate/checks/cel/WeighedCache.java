package dev.readygate.checks.cel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** A cache that is full at a total weight: it evicts the least recently used entries. */
final class WeighedCache<K, V> {
    private final Map<K, V> latest = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;
    private final ToIntFunction<V> weight;
    private int weighs;

    WeighedCache(int most, ToIntFunction<V> weight) {
        this.most = most;
        this.weight = weight;
    }

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(latest.get(key));
    }

    synchronized void put(K key, V value) {
        if (latest.putIfAbsent(key, value) != null) {
            return;
        }
        weighs += weight.applyAsInt(value);
        for (var eldest = latest.values().iterator(); weighs > most; ) {
            weighs -= weight.applyAsInt(eldest.next());
            eldest.remove();
        }
    }

    synchronized int size() {
        return latest.size();
    }
}
