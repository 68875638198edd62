package dev.readygate.cluster.report;

import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.cluster.facts.Trims;
import dev.readygate.cluster.kube.Overtaken;
import dev.readygate.cluster.kube.Versions;
import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.cluster.kube.Watched;
import dev.readygate.cluster.kube.Watched.View;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.ReportRef;
import dev.readygate.status.ChangeKind;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and writes the reports. */
public final class Reports implements AutoCloseable {
    /**
     * A change that only words a message differently waits this long, so that one write carries several. Every change
     * is written within half a minute.
     */
    private static final Duration WORDING_WAITS = Duration.ofSeconds(20);

    /** A change of {@code waitingOn} may be over in a moment, and is then not worth a write. */
    private static final Duration WAITING_WAITS = Duration.ofSeconds(3);

    /** The report of a deleted Deployment of this name is not yet collected, or another client wrote to the report. */
    private static final Duration OVERTAKEN_WAITS = Duration.ofMillis(200);

    private final KubernetesClient client;
    private final Watched<ReadinessReport> reports;
    private final Map<DeploymentRef, ReadinessReport> written = new ConcurrentHashMap<>();
    private final Map<DeploymentRef, Instant> pendingSince = new ConcurrentHashMap<>();

    public Reports(KubernetesClient client, WatchScope scope, BiConsumer<ReadinessReport, ReadinessReport> changed) {
        this.client = client;
        var view = new View<ReadinessReport>(
                UnaryOperator.identity(), it -> List.of(it.getMetadata().getNamespace()));
        this.reports = Watched.of(scope.of(client.resources(ReadinessReport.class)), view, (before, after) -> {
            if (after == null) {
                forgetWritten(before);
            }
            changed.accept(before, after);
        });
    }

    public void start() {
        reports.start();
    }

    public boolean fresh() {
        return reports.fresh();
    }

    public Stream<ReadinessReport> in(String namespace) {
        return reports.by(namespace);
    }

    /** Evidence and waivers that the namespace's reports name, including reports that the watch does not show yet. */
    public Set<String> cited(String namespace) {
        return Stream.concat(
                        in(namespace),
                        written.values().stream()
                                .filter(it -> it.getMetadata().getNamespace().equals(namespace)))
                .map(ReadinessReport::getStatus)
                .filter(Objects::nonNull)
                .flatMap(it -> it.checks().stream())
                .flatMap(it -> Stream.of(it.evidence(), it.waivedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    public Stream<ReadinessReport> all() {
        return reports.all();
    }

    /** The report of that name, for any UID of the Deployment. */
    public Optional<ReadinessReportStatus> named(ReportRef other) {
        return reports.named(other.namespace(), other.name()).map(ReadinessReport::getStatus);
    }

    public boolean has(DeploymentRef ref) {
        return report(ref).isPresent();
    }

    /** The latest report on this Deployment, by UID: a report on a deleted Deployment of this name does not count. */
    public Optional<ReadinessReportStatus> latest(DeploymentRef ref) {
        return report(ref).map(ReadinessReport::getStatus);
    }

    private Optional<ReadinessReport> report(DeploymentRef ref) {
        var seen = reports.named(ref.namespace(), ref.name()).filter(it -> isAbout(it, ref));
        return Versions.newest(seen, Optional.ofNullable(written.get(ref)));
    }

    private static boolean isAbout(ReadinessReport report, DeploymentRef ref) {
        return report.getMetadata().getOwnerReferences().stream()
                .anyMatch(it -> it.getUid().equals(ref.uid()));
    }

    /** Writes the report if a change is due. Otherwise returns when the change is due, if there is one. */
    public Optional<Instant> publish(DeploymentRef ref, ReadinessReportStatus status, Instant now) {
        var before = report(ref).map(ReadinessReport::getStatus);
        if (before.filter(status::equals).isPresent()) {
            pendingSince.remove(ref);
            return Optional.empty();
        }
        var due = before.map(it -> due(ref, ChangeKind.of(it, status), now)).orElse(now);
        if (now.isBefore(due)) {
            return Optional.of(due);
        }
        return written(ref, status) ? Optional.empty() : Optional.of(now.plus(OVERTAKEN_WAITS));
    }

    private Instant due(DeploymentRef ref, ChangeKind substance, Instant now) {
        return switch (substance) {
            case News -> now;
            case Waiting -> pendingSince(ref, now).plus(WAITING_WAITS);
            case Wording -> pendingSince(ref, now).plus(WORDING_WAITS);
        };
    }

    private Instant pendingSince(DeploymentRef ref, Instant now) {
        return pendingSince.computeIfAbsent(ref, _ -> now);
    }

    private boolean written(DeploymentRef ref, ReadinessReportStatus status) {
        boolean went =
                Overtaken.wentThrough(() -> written.put(ref, write(report(ref).orElseGet(() -> create(ref)), status)));
        if (went) {
            pendingSince.remove(ref);
        } else {
            written.remove(ref);
            makeRoomFor(ref);
        }
        return went;
    }

    /** Deletes the report of a deleted Deployment of this name: garbage collection may take long. */
    private void makeRoomFor(DeploymentRef ref) {
        reports.named(ref.namespace(), ref.name())
                .filter(it -> !isAbout(it, ref))
                .ifPresent(it -> client.resource(it)
                        .lockResourceVersion(it.getMetadata().getResourceVersion())
                        .delete());
    }

    private ReadinessReport create(DeploymentRef ref) {
        var report = new ReadinessReport();
        report.getMetadata().setNamespace(ref.namespace());
        report.getMetadata().setName(ref.name());
        report.getMetadata()
                .setOwnerReferences(List.of(new OwnerReferenceBuilder()
                        .withApiVersion("apps/v1")
                        .withKind("Deployment")
                        .withName(ref.name())
                        .withUid(ref.uid())
                        .withController(true)
                        .build()));
        return client.resource(report).create();
    }

    private ReadinessReport write(ReadinessReport report, ReadinessReportStatus status) {
        var next = new ReadinessReport();
        next.setMetadata(Trims.metadata(report.getMetadata()));
        next.setStatus(status);
        return client.resource(next).updateStatus();
    }

    /** Deletes the report, because no policy governs the Deployment any more. */
    public void withdraw(DeploymentRef ref) {
        report(ref).ifPresent(it -> client.resource(it).delete());
        forget(ref);
    }

    /** The report was deleted, so the latest write no longer counts. */
    private void forgetWritten(ReadinessReport gone) {
        var uid = gone.getMetadata().getUid();
        written.values().removeIf(it -> it.getMetadata().getUid().equals(uid));
    }

    public void forget(DeploymentRef ref) {
        written.remove(ref);
        pendingSince.remove(ref);
    }

    @Override
    public void close() {
        reports.close();
    }
}
