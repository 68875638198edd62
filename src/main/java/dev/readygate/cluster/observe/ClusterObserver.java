package dev.readygate.cluster.observe;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.readygate.admit.AdmitWaiver;
import dev.readygate.cluster.book.GateBooks;
import dev.readygate.cluster.facts.Owners;
import dev.readygate.cluster.facts.PodFacts;
import dev.readygate.cluster.facts.RevisionFacts;
import dev.readygate.cluster.facts.ServerTime;
import dev.readygate.cluster.facts.Trims;
import dev.readygate.cluster.facts.WorkloadFacts;
import dev.readygate.cluster.kube.MemoryShares;
import dev.readygate.cluster.kube.Waker;
import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.cluster.kube.Watched;
import dev.readygate.cluster.kube.Watched.View;
import dev.readygate.facts.Delivered;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.ExtraFacts;
import dev.readygate.facts.Horizon;
import dev.readygate.facts.PendingName;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes a snapshot of one Deployment from the caches. */
public final class ClusterObserver implements AutoCloseable {
    private final Watched<ReplicaSet> replicaSets;
    private final PodCaches pods;
    private final StatementCaches statements;
    private final RelatedObjects.KindWatches neighbours;
    private final Manifests manifests;
    private final PodTemplateReader templates;
    private final GateBooks books;
    private final RelatedWatches neighbourhood;
    private final OtherRollouts otherRollouts;
    private final Waker waker;

    public ClusterObserver(KubernetesClient client, WatchScope scope, Beside beside, Waker waker) {
        this.neighbourhood = beside.neighbourhood();
        this.waker = waker;
        this.books = beside.books();
        this.neighbours = RelatedObjects.KindWatches.of(client, scope);
        this.manifests = new Manifests(client, neighbours, waker);
        this.templates = new PodTemplateReader(client);
        this.otherRollouts = new OtherRollouts(client, scope, waker);
        this.pods = new PodCaches(client, this::podChanged);
        this.statements = new StatementCaches(client, scope, beside, this::stated);
        var view = new View<ReplicaSet>(Trims::replicaSet, it -> Owners.controllerUid(it, "Deployment"));
        this.replicaSets = Watched.of(
                scope.of(client.apps().replicaSets()), view, (before, after) -> replicaSetChanged(before, after));
    }

    /** The sources beside the Deployment's own objects. */
    public record Beside(GateBooks books, RelatedWatches neighbourhood, ServerTime time, MemoryShares shares) {}

    public void start() {
        replicaSets.start();
        books.start();
        statements.start();
        otherRollouts.start();
    }

    public boolean fresh() {
        return replicaSets.fresh()
                && pods.fresh()
                && books.fresh()
                && statements.fresh()
                && neighbours.fresh()
                && otherRollouts.fresh();
    }

    /**
     * The input of a snapshot that the cluster does not have.
     *
     * @param horizon how far the checks look at manifests
     * @param wanted the Services and reports that the checks need
     * @param templates whether a decision depends on pod templates
     * @param before what earlier snapshots had of the revisions
     */
    public record ObservedBefore(
            Readings readings, Horizon horizon, ExtraFacts wanted, boolean templates, Before before) {
        public ObservedBefore {
            requireNonNull(horizon, "horizon");
            requireNonNull(readings, "readings");
            requireNonNull(wanted, "wanted");
            requireNonNull(before, "before");
        }
    }

    /**
     * @param digests image digests by the revision's hash, because deleted pods no longer show them
     * @param delivered the outcomes of the rollouts
     */
    public record Before(Map<String, List<String>> digests, PendingName names, Delivered delivered) {
        public Before {
            digests = Map.copyOf(digests);
            requireNonNull(names, "names");
            requireNonNull(delivered, "delivered");
        }
    }

    /** Takes the snapshot of a governed Deployment. */
    public Snapshot observe(Deployment deployment, ObservedBefore known, Instant at) {
        var workload = WorkloadFacts.of(deployment);
        pods.need(workload.ref());
        var revisions = known.before().names().among(revisions(workload.ref(), known), workload);
        var running =
                revisions.stream().flatMap(it -> podsOf(workload.ref(), it)).toList();
        var world = new Snapshot(
                at,
                workload,
                revisions,
                running,
                books.entry(workload.ref()),
                known.readings(),
                statements.about(workload, revisions),
                neighbourhood.around(workload.ref(), known.wanted(), () -> labels(workload.ref(), revisions)),
                manifests.of(deployment, known.horizon()),
                known.before().delivered());
        return known.templates()
                ? templates.completing(
                        world, deployment, known.before().digests().keySet())
                : world;
    }

    /** Waivers that name no revision. */
    public List<AdmitWaiver> waivers(Instant now) {
        return statements.waivers(now).toList();
    }

    public StatementCaches statements() {
        return statements;
    }

    private List<Map<String, String>> labels(DeploymentRef ref, List<Revision> revisions) {
        return revisions.stream()
                .flatMap(it -> pods.ofReplicaSet(ref.namespace(), it.uid()))
                .map(it -> Objects.requireNonNullElse(it.getMetadata().getLabels(), Map.<String, String>of()))
                .distinct()
                .toList();
    }

    public static DeploymentRef ref(Deployment deployment) {
        return WorkloadFacts.ref(deployment);
    }

    public static Map<String, String> labels(Deployment deployment) {
        return Objects.requireNonNullElse(deployment.getMetadata().getLabels(), Map.of());
    }

    /** Kind and name of the other tool's object that rolls the Deployment out. */
    public Optional<String> drivenBy(Deployment deployment) {
        return Owners.drivenBy(deployment).or(() -> otherRollouts.of(ref(deployment)));
    }

    /**
     * Counts the entry of a deleted Deployment of this name too: pods are gated by name, and the operator must release
     * them.
     */
    public boolean isInBook(DeploymentRef ref) {
        return books.entry(ref).isPresent();
    }

    public void forget(DeploymentRef ref) {
        pods.noLongerNeed(ref);
        neighbourhood.forget(ref);
        manifests.forget(ref);
        templates.forget(ref);
    }

    private List<Revision> revisions(DeploymentRef ref, ObservedBefore known) {
        var ofDeployment =
                replicaSets.by(ref.uid()).filter(RevisionFacts::hasHash).toList();
        return RevisionFacts.of(ofDeployment).stream()
                .map(it -> it.running(digests(ref, it, known), builds(ref, it)))
                .toList();
    }

    private Stream<String> digests(DeploymentRef ref, Revision revision, ObservedBefore known) {
        return Stream.concat(
                known.before().digests().getOrDefault(revision.hash(), List.of()).stream(),
                pods.ofReplicaSet(ref.namespace(), revision.uid()).flatMap(PodFacts::digests));
    }

    private Map<String, Set<String>> builds(DeploymentRef ref, Revision revision) {
        return pods.ofReplicaSet(ref.namespace(), revision.uid())
                .flatMap(PodFacts::builds)
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
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

    private void stated(String namespace, Optional<String> deployment) {
        waker.stated();
        deployment
                .map(Stream::of)
                .orElseGet(() -> pods.neededIn(namespace).map(DeploymentRef::name))
                .forEach(it -> waker.wake(namespace, it));
    }

    private void wake(String namespace, OwnerReference deployment) {
        waker.wake(namespace, deployment.getName());
    }

    @Override
    public void close() {
        replicaSets.close();
        pods.close();
        books.close();
        statements.close();
        neighbourhood.close();
        otherRollouts.close();
        manifests.close();
    }
}
