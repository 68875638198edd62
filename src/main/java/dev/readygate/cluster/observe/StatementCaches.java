package dev.readygate.cluster.observe;

import dev.readygate.admit.AdmitWaiver;
import dev.readygate.admit.AdmitWaiver.WaiverScope;
import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.api.v1alpha1.ReadinessWaiver;
import dev.readygate.api.v1alpha1.ReadinessWaiverSpec;
import dev.readygate.cluster.facts.MemoryUse;
import dev.readygate.cluster.facts.StatementFacts;
import dev.readygate.cluster.facts.Trims;
import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.cluster.kube.Watched;
import dev.readygate.cluster.kube.Watched.View;
import dev.readygate.cluster.observe.ClusterObserver.Beside;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.EvidenceFact;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Statement;
import dev.readygate.facts.Statements;
import dev.readygate.facts.WaiverFact;
import dev.readygate.facts.Workload;
import dev.readygate.policy.Selection;
import dev.readygate.retention.Retention;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Evidence and waivers, found by the Deployment that they name. */
public final class StatementCaches implements AutoCloseable {
    private final Watched<ReadinessEvidence> evidence;
    private final Watched<ReadinessWaiver> waivers;
    private final StatementFacts facts;

    StatementCaches(KubernetesClient client, WatchScope scope, Beside beside, Touched touched) {
        this.facts = new StatementFacts(beside.time());
        this.evidence = Watched.of(
                scope.of(client.resources(ReadinessEvidence.class)),
                new View<>(
                        Trims::evidence,
                        it -> key(it, deployment(it)),
                        Optional.of(MemoryUse.evidence(beside.shares()))),
                telling(touched, StatementCaches::deployment));
        this.waivers = Watched.of(
                scope.of(client.resources(ReadinessWaiver.class)),
                new View<>(Trims::waiver, it -> key(it, deployment(it))),
                telling(touched, StatementCaches::deployment));
    }

    /** Gets the Deployment that a created or deleted statement names; a statement that names none may be about any. */
    interface Touched {
        void tell(String namespace, Optional<String> deployment);
    }

    void start() {
        evidence.start();
        waivers.start();
    }

    boolean fresh() {
        return evidence.fresh() && waivers.fresh();
    }

    /** Evidence about one of the revisions, and waivers for the Deployment. */
    Statements about(Workload workload, List<Revision> revisions) {
        var ref = workload.ref();
        var all = Stream.concat(workload.waiting().stream(), revisions.stream()).toList();
        return new Statements(evidence(ref, all), waivers(ref, workload.labels()));
    }

    /** Unexpired waivers that name no revision, so that they hold for the next template too. */
    Stream<AdmitWaiver> waivers(Instant now) {
        return waivers.all()
                .filter(it -> it.getSpec().revision() == null)
                .filter(it -> facts.of(it).statement().standsAt(now))
                .map(StatementCaches::waiver);
    }

    /** Evidence of the namespace that is needed no more, the oldest first. */
    public Stream<ReadinessEvidence> surplus(String namespace, Retention retention, Set<String> cited, Instant now) {
        var all = evidence.by(namespace).map(facts::stated).toList();
        return found(evidence, namespace, retention.surplus(all, cited, now));
    }

    public Stream<ReadinessWaiver> over(String namespace, Retention retention, Set<String> cited, Instant now) {
        var all = waivers.by(namespace).map(it -> facts.of(it).statement()).toList();
        return found(waivers, namespace, retention.over(all, cited, now));
    }

    private static <T extends HasMetadata> Stream<T> found(Watched<T> all, String namespace, List<String> names) {
        return names.stream().flatMap(it -> all.named(namespace, it).stream());
    }

    public Stream<String> namespaces() {
        return Stream.concat(evidence.all(), waivers.all())
                .map(it -> it.getMetadata().getNamespace())
                .distinct();
    }

    private static AdmitWaiver waiver(ReadinessWaiver waiver) {
        var spec = waiver.getSpec();
        return new AdmitWaiver(
                waiver.getMetadata().getNamespace(),
                waiver.getMetadata().getName(),
                spec.check(),
                spec.deployment() == null
                        ? new WaiverScope.Selected(spec.selector())
                        : new WaiverScope.Named(spec.deployment()),
                spec.expires().plus(Statement.GRACE));
    }

    private List<EvidenceFact> evidence(DeploymentRef ref, List<Revision> revisions) {
        return naming(evidence, ref)
                .map(facts::of)
                .filter(it -> revisions.stream().anyMatch(one -> it.about().fits(ref, one)))
                .toList();
    }

    private List<WaiverFact> waivers(DeploymentRef ref, Map<String, String> labels) {
        return naming(waivers, ref)
                .filter(it -> meets(it.getSpec(), labels))
                .map(facts::of)
                .toList();
    }

    private static boolean meets(ReadinessWaiverSpec waiver, Map<String, String> labels) {
        return waiver.selector() == null || Selection.of(waiver.selector()).meets(labels);
    }

    private static <T extends HasMetadata> Stream<T> naming(Watched<T> all, DeploymentRef ref) {
        return Stream.concat(all.by(ref.toString()), all.by(ref.namespace() + "/"));
    }

    private static List<String> key(HasMetadata statement, Optional<String> deployment) {
        var namespace = statement.getMetadata().getNamespace();
        return List.of(namespace, namespace + "/" + deployment.orElse(""));
    }

    private static Optional<String> deployment(ReadinessEvidence evidence) {
        return Optional.ofNullable(evidence.getSpec().about().deployment());
    }

    private static Optional<String> deployment(ReadinessWaiver waiver) {
        return Optional.ofNullable(waiver.getSpec().deployment());
    }

    /** A statement's spec is immutable, so only its creation and deletion are news. */
    private static <T extends HasMetadata> BiConsumer<T, T> telling(Touched touched, Naming<T> naming) {
        return (before, after) -> {
            if (before == null || after == null) {
                var it = after == null ? before : after;
                touched.tell(it.getMetadata().getNamespace(), naming.deployment(it));
            }
        };
    }

    private interface Naming<T> {
        Optional<String> deployment(T statement);
    }

    @Override
    public void close() {
        evidence.close();
        waivers.close();
    }
}
