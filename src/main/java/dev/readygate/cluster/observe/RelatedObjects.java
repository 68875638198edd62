package dev.readygate.cluster.observe;

import dev.readygate.cluster.kube.Waker;
import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.cluster.observe.OnDemand.SeenObject;
import dev.readygate.cluster.observe.OnDemand.User;
import dev.readygate.cluster.observe.RelatedResource.Aim;
import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Objects of some kinds that relate to Deployments, watched while one of the Deployments needs them. */
final class RelatedObjects implements User, AutoCloseable {
    private final Map<RelatedResource, OnDemand> sources;
    private final Waker waker;
    private final Map<DeploymentRef, Aim> aims = new ConcurrentHashMap<>();

    private RelatedObjects(Map<RelatedResource, OnDemand> sources, Waker waker) {
        this.sources = sources;
        this.waker = waker;
    }

    /** One watch for each kind, shared by all its users. */
    record KindWatches(Map<RelatedResource, OnDemand> byKind) {
        static KindWatches of(KubernetesClient client, WatchScope scope) {
            var sources = new EnumMap<RelatedResource, OnDemand>(RelatedResource.class);
            for (var kind : RelatedResource.values()) {
                sources.put(kind, new OnDemand(client, scope, kind));
            }
            return new KindWatches(sources);
        }

        /** @param waker wakes a Deployment when an object related to it changes */
        RelatedObjects of(Set<RelatedResource> kinds, Waker waker) {
            var some = new EnumMap<>(byKind);
            some.keySet().retainAll(kinds);
            return new RelatedObjects(some, waker);
        }

        boolean fresh() {
            return byKind.values().stream().allMatch(OnDemand::fresh);
        }
    }

    void need(Aim aim) {
        if (aims.put(aim.ref(), aim) == null) {
            sources.values().forEach(it -> it.use(this));
        }
    }

    void noLongerNeed(DeploymentRef ref) {
        if (aims.remove(ref) != null && aims.isEmpty()) {
            sources.values().forEach(it -> it.leave(this));
        }
    }

    boolean isKnown(String namespace) {
        return sources.values().stream().allMatch(it -> it.in(namespace).isPresent());
    }

    /** The objects of the kind that concern the Deployment, sorted by name; empty until the watch has synced. */
    Optional<List<Map<String, Object>>> around(Aim aim, RelatedResource kind) {
        return sources.get(kind)
                .in(aim.ref().namespace())
                .map(all -> all.filter(it -> kind.concerns(it.object(), it.name(), aim))
                        .sorted(java.util.Comparator.comparing(SeenObject::name))
                        .map(SeenObject::object)
                        .toList());
    }

    @Override
    public void known() {
        aims.keySet().forEach(it -> waker.wake(it.namespace(), it.name()));
    }

    @Override
    public void changed(RelatedResource kind, SeenObject object) {
        aims.values().stream()
                .filter(it -> it.ref().namespace().equals(object.namespace()))
                .filter(it -> kind.concerns(object.object(), object.name(), it))
                .forEach(it -> waker.wake(it.ref().namespace(), it.ref().name()));
    }

    @Override
    public void close() {
        sources.values().forEach(it -> it.leave(this));
    }
}
