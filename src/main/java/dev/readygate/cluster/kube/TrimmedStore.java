package dev.readygate.cluster.kube;

import dev.readygate.cluster.kube.Watched.View;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A cache that keeps only the fields that the operator reads: whole objects make operators large. It finds objects by
 * key itself, because the client's index does not have an object for a moment while it takes in a change of it: a policy
 * that is missing for that moment releases what it holds.
 */
public final class TrimmedStore<T extends HasMetadata> implements ItemStore<T> {
    private final Map<String, T> items = new ConcurrentHashMap<>();
    private final Map<String, Map<String, T>> byKey = new ConcurrentHashMap<>();
    private final View<T> view;

    public TrimmedStore(UnaryOperator<T> trim) {
        this(new View<>(trim, _ -> List.of()));
    }

    public TrimmedStore(View<T> view) {
        this.view = view;
    }

    @Override
    public String getKey(T item) {
        return Cache.metaNamespaceKeyFunc(item);
    }

    @Override
    public T put(String name, T item) {
        var trimmed = view.trim().apply(item);
        var kept = view.sharing().map(it -> it.fitting(trimmed)).orElse(trimmed);
        var keys = Set.copyOf(view.key().apply(kept));
        keys.forEach(it -> with(it, name, kept));
        var before = items.put(name, kept);
        if (before != null) {
            view.key().apply(before).stream().filter(it -> !keys.contains(it)).forEach(it -> without(it, name));
        }
        return before;
    }

    @Override
    public T remove(String name) {
        var gone = items.remove(name);
        if (gone != null) {
            view.key().apply(gone).forEach(it -> without(it, name));
            view.sharing().ifPresent(it -> it.gone(gone));
        }
        return gone;
    }

    private void with(String key, String name, T item) {
        byKey.compute(key, (_, found) -> {
            Map<String, T> all = found == null ? new ConcurrentHashMap<>() : found;
            all.put(name, item);
            return all;
        });
    }

    private void without(String key, String name) {
        byKey.computeIfPresent(key, (_, found) -> {
            found.remove(name);
            return found.isEmpty() ? null : found;
        });
    }

    /** The objects that the view finds by this key. */
    Stream<T> by(String key) {
        return byKey.getOrDefault(key, Map.of()).values().stream();
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
