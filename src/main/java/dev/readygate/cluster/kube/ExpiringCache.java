package dev.readygate.cluster.kube;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values by key, until they are replaced or forgotten. When there are too many, the cache drops the oldest. */
public final class ExpiringCache<V> {
    private static final int MANY = 1000;

    private final Map<String, V> values = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MANY;
        }
    };

    public synchronized Optional<V> of(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public synchronized void put(String key, V value) {
        values.put(key, value);
    }

    public synchronized void forget(String key) {
        values.remove(key);
    }
}
