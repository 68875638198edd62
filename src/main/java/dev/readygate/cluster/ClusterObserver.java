package dev.readygate.cluster;

import dev.readygate.cluster.Watched.View;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Readings;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Caches in, snapshot out. */
public final class ClusterObserver implements AutoCloseable {
    private final Watched<ReplicaSet> replicaSets;
    private final PodCaches pods;
    private final GateBooks books;
    private final Waker waker;

    public ClusterObserver(KubernetesClient client, WatchScope scope, GateBooks books, Waker waker) {
        this.waker = waker;
        this.books = books;
        this.pods = new PodCaches(client, this::podChanged);
        var view = new View<ReplicaSet>(Trims::replicaSet, it -> Owners.controllerUid(it, "Deployment"));
        this.replicaSets = Watched.of(
                scope.of(client.apps().replicaSets()), view, (before, after) -> replicaSetChanged(before, after));
    }

    public void start() {
        replicaSets.start();
        books.start();
    }

    public boolean fresh() {
        return replicaSets.fresh() && pods.fresh() && books.fresh();
    }

    /** What is known of a governed Deployment right now. */
    public Snapshot observe(Deployment deployment, Readings readings, Instant at) {
        var workload = WorkloadFacts.of(deployment);
        pods.need(workload.ref());
        var revisions = revisions(workload.ref());
        var running =
                revisions.stream().flatMap(it -> podsOf(workload.ref(), it)).toList();
        return new Snapshot(at, workload, revisions, running, books.entry(workload.ref()), readings);
    }

    public static DeploymentRef ref(Deployment deployment) {
        return WorkloadFacts.ref(deployment);
    }

    public static Map<String, String> labels(Deployment deployment) {
        return Objects.requireNonNullElse(deployment.getMetadata().getLabels(), Map.of());
    }

    /** The line of a namesake that is gone counts as well: pods are gated by name, and somebody has to let them go. */
    public boolean isInBook(DeploymentRef ref) {
        return books.entry(ref).isPresent();
    }

    public void forget(DeploymentRef ref) {
        pods.noLongerNeed(ref);
    }

    private List<Revision> revisions(DeploymentRef ref) {
        return replicaSets
                .by(ref.uid())
                .filter(RevisionFacts::hasHash)
                .map(RevisionFacts::of)
                .toList();
    }

    private Stream<dev.readygate.facts.Pod> podsOf(DeploymentRef ref, Revision revision) {
        return pods.ofReplicaSet(ref.namespace(), revision.uid()).map(it -> PodFacts.of(it, revision.hash()));
    }

    private void replicaSetChanged(ReplicaSet before, ReplicaSet after) {
        var touched = after == null ? before : after;
        Owners.controller(touched, "Deployment")
                .ifPresent(it -> wake(touched.getMetadata().getNamespace(), it));
    }

    private void podChanged(Pod before, Pod after) {
        var touched = after == null ? before : after;
        var namespace = touched.getMetadata().getNamespace();
        Owners.controller(touched, "ReplicaSet")
                .flatMap(it -> replicaSets.named(namespace, it.getName()))
                .flatMap(it -> Owners.controller(it, "Deployment"))
                .ifPresent(it -> wake(namespace, it));
    }

    private void wake(String namespace, OwnerReference deployment) {
        waker.wake(namespace, deployment.getName());
    }

    @Override
    public void close() {
        replicaSets.close();
        pods.close();
        books.close();
    }
}
