package dev.readygate.cluster.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * All objects of one kind, trimmed, kept up to date by informers, and found by one key. They are not the SDK's caches,
 * because those filter the events of the operator's writes and may drop a change by another client with them.
 */
public final class Watched<T extends HasMetadata> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Watched.class);

    /** When a watch last failed and began to try again: an operator that tries is not dead. */
    private static volatile long latestAttempt = System.nanoTime();

    private final List<WatchedSource<T>> sources;

    private Watched(List<WatchedSource<T>> sources) {
        this.sources = sources;
    }

    private record WatchedSource<T extends HasMetadata>(SharedIndexInformer<T> informer, TrimmedStore<T> objects) {}

    /** @param changed gets the object before every change (null if new) and after it (null if deleted) */
    public static <T extends HasMetadata> Watched<T> of(
            Stream<? extends Informable<T>> sources, View<T> view, BiConsumer<T, T> changed) {
        return new Watched<>(sources.map(it -> source(it, view, changed)).toList());
    }

    /**
     * @param trim what is kept of an object
     * @param key the keys by which it is found
     * @param sharing limits the memory of objects that users create without limit
     */
    public record View<T extends HasMetadata>(
            UnaryOperator<T> trim, Function<T, List<String>> key, Optional<Sharing<T>> sharing) {
        public View(UnaryOperator<T> trim, Function<T, List<String>> key) {
            this(trim, key, Optional.empty());
        }
    }

    private static <T extends HasMetadata> WatchedSource<T> source(
            Informable<T> source, View<T> view, BiConsumer<T, T> changed) {
        var informer = source.runnableInformer(0);
        var objects = new TrimmedStore<>(view);
        informer.itemStore(objects);
        informer.removeNamespaceIndex();
        informer.addEventHandler(new ChangeHandler<>(changed));
        informer.exceptionHandler((started, failure) -> {
            latestAttempt = System.nanoTime();
            LOG.warnf(
                    "cannot watch %s, trying again: %s",
                    informer.getApiTypeClass().getSimpleName(), failure.getMessage());
            return true;
        });
        return new WatchedSource<>(informer, objects);
    }

    private Stream<SharedIndexInformer<T>> informers() {
        return sources.stream().map(WatchedSource::informer);
    }

    private Stream<TrimmedStore<T>> objects() {
        return sources.stream().map(WatchedSource::objects);
    }

    /** Returns when all informers have synced. */
    public void start() {
        starting().join();
    }

    /** Completes when all informers have synced: never, if the operator lacks the right to list. */
    public CompletableFuture<Void> starting() {
        return CompletableFuture.allOf(
                informers().map(it -> it.start().toCompletableFuture()).toArray(CompletableFuture[]::new));
    }

    /** Returns when all informers have synced or the time is up; objects that come later arrive as changes. */
    public void startWithin(Duration patience) {
        starting()
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** The time since a watch last failed and began to try again. */
    public static Duration sinceLatestAttempt() {
        return Duration.ofNanos(System.nanoTime() - latestAttempt);
    }

    public boolean fresh() {
        return informers().allMatch(it -> it.hasSynced() && it.isWatching());
    }

    public Stream<T> by(String key) {
        return objects().flatMap(it -> it.by(key));
    }

    public Stream<T> all() {
        return objects().flatMap(TrimmedStore::values);
    }

    public Optional<T> named(String namespace, String name) {
        return named(Cache.namespaceKeyFunc(namespace, name));
    }

    /** Finds an object of a cluster-scoped kind. */
    public Optional<T> named(String name) {
        return objects().map(it -> it.get(name)).filter(Objects::nonNull).findFirst();
    }

    @Override
    public void close() {
        informers().forEach(SharedIndexInformer::stop);
    }

    private record ChangeHandler<T>(BiConsumer<T, T> changed) implements ResourceEventHandler<T> {
        @Override
        public void onAdd(T added) {
            changed.accept(null, added);
        }

        @Override
        public void onUpdate(T before, T after) {
            changed.accept(before, after);
        }

        @Override
        public void onDelete(T gone, boolean unknown) {
            changed.accept(gone, null);
        }
    }
}
