package dev.readygate.cluster.observe;

import dev.readygate.cluster.facts.PlainObjects;
import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.cluster.kube.Watched;
import dev.readygate.cluster.kube.Watched.View;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All objects of one kind, watched only while they have a user. No caller waits until the watch has synced. */
final class OnDemand implements AutoCloseable {
    private final KubernetesClient client;
    private final WatchScope scope;
    private final RelatedResource kind;
    private final Set<User> users = ConcurrentHashMap.newKeySet();
    private volatile Optional<RunningWatch> running = Optional.empty();

    OnDemand(KubernetesClient client, WatchScope scope, RelatedResource kind) {
        this.client = client;
        this.scope = scope;
        this.kind = kind;
    }

    /** Needs the objects, and hears of their changes. */
    interface User {
        /** The watch has synced. */
        void known();

        void changed(RelatedResource kind, SeenObject object);
    }

    record SeenObject(String namespace, String name, Map<String, Object> object) {
        static SeenObject of(GenericKubernetesResource kept) {
            return new SeenObject(
                    kept.getMetadata().getNamespace(), kept.getMetadata().getName(), kept.getAdditionalProperties());
        }
    }

    private record RunningWatch(Watched<GenericKubernetesResource> watched, CompletableFuture<Void> known) {
        boolean isKnown() {
            return known.isDone() && !known.isCompletedExceptionally();
        }
    }

    synchronized void use(User user) {
        if (users.add(user) && running.isEmpty()) {
            start();
        }
    }

    synchronized void leave(User user) {
        users.remove(user);
        if (users.isEmpty()) {
            close();
        }
    }

    private void start() {
        var view = new View<>(this::trim, it -> List.of(it.getMetadata().getNamespace()));
        var watched = Watched.of(scope.of(client.genericKubernetesResources(kind.resource())), view, this::changed);
        var started = new RunningWatch(watched, watched.starting());
        running = Optional.of(started);
        started.known().thenRun(() -> users.forEach(User::known));
    }

    /** Empty until the watch has synced. */
    Optional<Stream<SeenObject>> in(String namespace) {
        return running.filter(RunningWatch::isKnown)
                .map(it -> it.watched().by(namespace).map(SeenObject::of));
    }

    /** A kind that the operator must not list does not make it unready: the checks that need the kind say so. */
    boolean fresh() {
        return running.filter(RunningWatch::isKnown)
                .map(it -> it.watched().fresh())
                .orElse(true);
    }

    /** Keeps the fields that expressions see as the additional properties of a generic object. */
    private GenericKubernetesResource trim(GenericKubernetesResource whole) {
        var kept = new GenericKubernetesResource();
        kept.setMetadata(new ObjectMetaBuilder()
                .withNamespace(whole.getMetadata().getNamespace())
                .withName(whole.getMetadata().getName())
                .withUid(whole.getMetadata().getUid())
                .withResourceVersion(whole.getMetadata().getResourceVersion())
                .build());
        kept.setAdditionalProperties(PlainObjects.neighbour(whole, client.getKubernetesSerialization()));
        return kept;
    }

    private void changed(GenericKubernetesResource before, GenericKubernetesResource after) {
        if (running.filter(RunningWatch::isKnown).isEmpty()) {
            return;
        }
        var was = Optional.ofNullable(before).map(SeenObject::of);
        var is = Optional.ofNullable(after).map(it -> SeenObject.of(trim(it)));
        if (!was.equals(is)) {
            Stream.of(was, is).flatMap(Optional::stream).forEach(it -> users.forEach(user -> user.changed(kind, it)));
        }
    }

    @Override
    public void close() {
        running.ifPresent(it -> it.watched().close());
        running = Optional.empty();
    }
}
