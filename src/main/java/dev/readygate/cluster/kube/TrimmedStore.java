package dev.readygate.cluster.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A cache that keeps only the fields that the operator reads: whole objects make operators large. */
public final class TrimmedStore<T extends HasMetadata> implements ItemStore<T> {
    private final Map<String, T> items = new ConcurrentHashMap<>();
    private final UnaryOperator<T> trim;
    private final Optional<Sharing<T>> sharing;

    public TrimmedStore(UnaryOperator<T> trim) {
        this(trim, Optional.empty());
    }

    public TrimmedStore(UnaryOperator<T> trim, Optional<Sharing<T>> sharing) {
        this.trim = trim;
        this.sharing = sharing;
    }

    @Override
    public String getKey(T item) {
        return Cache.metaNamespaceKeyFunc(item);
    }

    @Override
    public T put(String key, T item) {
        var trimmed = trim.apply(item);
        return items.put(key, sharing.map(it -> it.fitting(trimmed)).orElse(trimmed));
    }

    @Override
    public T remove(String key) {
        var gone = items.remove(key);
        if (gone != null) {
            sharing.ifPresent(it -> it.gone(gone));
        }
        return gone;
    }

    @Override
    public Stream<String> keySet() {
        return items.keySet().stream();
    }

    @Override
    public Stream<T> values() {
        return items.values().stream();
    }

    @Override
    public T get(String key) {
        return items.get(key);
    }

    @Override
    public int size() {
        return items.size();
    }

    /** The store keeps less than it receives, so its objects must never be sent back as whole ones. */
    @Override
    public boolean isFullState() {
        return false;
    }
}
