package dev.readygate.cluster.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * All objects of one kind, trimmed, kept up to date by watches of our own, and found by one key. Our own, because the
 * SDK's caches filter events of our writes and may swallow a foreign change with them.
 */
public final class Watched<T extends HasMetadata> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Watched.class);
    private static final String KEY = "key";

    /** When any of all watches last was refused and is to try again: what tries is not dead. */
    private static volatile long latestAttempt = System.nanoTime();

    private final List<SharedIndexInformer<T>> informers;

    private Watched(List<SharedIndexInformer<T>> informers) {
        this.informers = informers;
    }

    /** @param changed told of every change, with what was known before (null if new) and after (null if gone) */
    public static <T extends HasMetadata> Watched<T> of(
            Stream<? extends Informable<T>> sources, View<T> view, BiConsumer<T, T> changed) {
        return new Watched<>(sources.map(it -> informer(it, view, changed)).toList());
    }

    /**
     * @param trim what is kept of an object
     * @param key what it is looked up by
     * @param sharing for what people write at will
     */
    public record View<T extends HasMetadata>(
            UnaryOperator<T> trim, Function<T, List<String>> key, Optional<Sharing<T>> sharing) {
        public View(UnaryOperator<T> trim, Function<T, List<String>> key) {
            this(trim, key, Optional.empty());
        }
    }

    private static <T extends HasMetadata> SharedIndexInformer<T> informer(
            Informable<T> source, View<T> view, BiConsumer<T, T> changed) {
        var informer = source.runnableInformer(0);
        informer.itemStore(new TrimmedStore<>(view.trim(), view.sharing()));
        informer.addIndexers(Map.of(KEY, view.key()));
        informer.addEventHandler(new Telling<>(changed));
        informer.exceptionHandler((started, failure) -> {
            latestAttempt = System.nanoTime();
            LOG.warnf(
                    "cannot watch %s, trying again: %s",
                    informer.getApiTypeClass().getSimpleName(), failure.getMessage());
            return true;
        });
        return informer;
    }

    /** Returns when everything there is has been seen once. */
    public void start() {
        starting().join();
    }

    /** Done when everything there is has been seen once, which may be never if it must not be listed. */
    public CompletableFuture<Void> starting() {
        return CompletableFuture.allOf(
                informers.stream().map(it -> it.start().toCompletableFuture()).toArray(CompletableFuture[]::new));
    }

    /** Returns then or after so long: what is seen later is told as a change. */
    public void startWithin(Duration patience) {
        starting()
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** For how long none has tried again. */
    public static Duration sinceLatestAttempt() {
        return Duration.ofNanos(System.nanoTime() - latestAttempt);
    }

    public boolean fresh() {
        return informers.stream().allMatch(it -> it.hasSynced() && it.isWatching());
    }

    public Stream<T> by(String key) {
        return informers.stream().flatMap(it -> it.getIndexer().byIndex(KEY, key).stream());
    }

    public Stream<T> all() {
        return informers.stream().flatMap(it -> it.getIndexer().list().stream());
    }

    public Optional<T> named(String namespace, String name) {
        var key = Cache.namespaceKeyFunc(namespace, name);
        return informers.stream()
                .map(it -> it.getIndexer().getByKey(key))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** Of a kind that has no namespaces. */
    public Optional<T> named(String name) {
        return informers.stream()
                .map(it -> it.getIndexer().getByKey(name))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::stop);
    }

    private record Telling<T>(BiConsumer<T, T> changed) implements ResourceEventHandler<T> {
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
