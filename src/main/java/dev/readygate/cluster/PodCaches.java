package dev.readygate.cluster;

import dev.readygate.cluster.Watched.View;
import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Pods, watched only in namespaces where a Deployment is governed, for as long as one is. */
final class PodCaches implements AutoCloseable {
    private final KubernetesClient client;
    private final BiConsumer<Pod, Pod> changed;
    private final Map<String, Cache> byNamespace = new ConcurrentHashMap<>();

    PodCaches(KubernetesClient client, BiConsumer<Pod, Pod> changed) {
        this.client = client;
        this.changed = changed;
    }

    private record Cache(Watched<Pod> pods, Set<DeploymentRef> neededBy) {}

    /** Returns when the pods of the namespace are known. */
    void need(DeploymentRef ref) {
        byNamespace.compute(ref.namespace(), (namespace, known) -> {
            var cache = known == null ? start(namespace) : known;
            cache.neededBy().add(ref);
            return cache;
        });
    }

    void noLongerNeed(DeploymentRef ref) {
        byNamespace.computeIfPresent(ref.namespace(), (namespace, cache) -> {
            cache.neededBy().remove(ref);
            return cache.neededBy().isEmpty() ? stop(cache) : cache;
        });
    }

    Stream<Pod> ofReplicaSet(String namespace, String uid) {
        var cache = byNamespace.get(namespace);
        return cache == null ? Stream.empty() : cache.pods().by(uid);
    }

    /** The Deployments of a namespace that are looked at. */
    Stream<DeploymentRef> neededIn(String namespace) {
        var cache = byNamespace.get(namespace);
        return cache == null ? Stream.empty() : cache.neededBy().stream();
    }

    boolean fresh() {
        return byNamespace.values().stream().allMatch(it -> it.pods().fresh());
    }

    private Cache start(String namespace) {
        var view = new View<Pod>(Trims::pod, pod -> Owners.controllerUid(pod, "ReplicaSet"));
        var pods = Watched.of(Stream.of(client.pods().inNamespace(namespace)), view, changed);
        pods.start();
        return new Cache(pods, ConcurrentHashMap.newKeySet());
    }

    private static Cache stop(Cache cache) {
        cache.pods().close();
        return null;
    }

    @Override
    public void close() {
        byNamespace.values().forEach(it -> it.pods().close());
    }
}
