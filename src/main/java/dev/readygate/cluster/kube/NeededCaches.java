package dev.readygate.cluster.kube;

import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Objects of one kind. A namespace is watched only while one of its Deployments needs them. */
public final class NeededCaches<T extends HasMetadata> implements AutoCloseable {
    private final Function<String, Watched<T>> inNamespace;
    private final Consumer<Watched<T>> starter;
    private final Map<String, Cache<T>> byNamespace = new ConcurrentHashMap<>();

    /**
     * @param inNamespace makes the watch of a namespace, without starting it
     * @param starter starts the watch, and returns when the objects are known or it has waited long enough
     */
    public NeededCaches(Function<String, Watched<T>> inNamespace, Consumer<Watched<T>> starter) {
        this.inNamespace = inNamespace;
        this.starter = starter;
    }

    private record Cache<T extends HasMetadata>(Watched<T> objects, Set<DeploymentRef> neededBy) {}

    public void need(DeploymentRef ref) {
        byNamespace.compute(ref.namespace(), (namespace, known) -> {
            var cache = known == null ? start(namespace) : known;
            cache.neededBy().add(ref);
            return cache;
        });
    }

    public void noLongerNeed(DeploymentRef ref) {
        byNamespace.computeIfPresent(ref.namespace(), (namespace, cache) -> {
            cache.neededBy().remove(ref);
            return cache.neededBy().isEmpty() ? stop(cache) : cache;
        });
    }

    public Stream<T> by(String namespace, String key) {
        return objects(namespace).flatMap(it -> it.by(key));
    }

    public Stream<T> in(String namespace) {
        return objects(namespace).flatMap(Watched::all);
    }

    private Stream<Watched<T>> objects(String namespace) {
        return Stream.ofNullable(byNamespace.get(namespace)).map(Cache::objects);
    }

    public Stream<DeploymentRef> neededIn(String namespace) {
        return Stream.ofNullable(byNamespace.get(namespace)).flatMap(it -> it.neededBy().stream());
    }

    public boolean fresh() {
        return byNamespace.values().stream().allMatch(it -> it.objects().fresh());
    }

    private Cache<T> start(String namespace) {
        var objects = inNamespace.apply(namespace);
        starter.accept(objects);
        return new Cache<>(objects, ConcurrentHashMap.newKeySet());
    }

    private static <T extends HasMetadata> Cache<T> stop(Cache<T> cache) {
        cache.objects().close();
        return null;
    }

    @Override
    public void close() {
        byNamespace.values().forEach(it -> it.objects().close());
    }
}
