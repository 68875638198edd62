package dev.readygate.status;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RevisionStatus;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Revision;
import java.util.Optional;

/** The revision of a report: the judged one, otherwise the declared one. */
final class JudgedRevision {
    private JudgedRevision() {}

    /** For a withdrawn revision whose ReplicaSet is gone, the status comes from the previous report. */
    static Optional<RevisionStatus> of(Report report) {
        var judged = report.decision().progress().hash();
        var before = report.previous().map(ReadinessReportStatus::revision);
        return report.world()
                .revision(judged)
                .map(JudgedRevision::status)
                .or(() -> before.filter(it -> it.hash().equals(judged)))
                .or(() -> Optional.of(judged).filter(it -> !it.isEmpty()).map(it -> gone(report, it)))
                .or(() -> report.world().current().map(JudgedRevision::status))
                .or(() -> before);
    }

    /**
     * The operator crashed after it deleted the ReplicaSet and before it reported that. While the operator's pause
     * is on the Deployment, the declared template is that of the revision.
     */
    private static RevisionStatus gone(Report report, String hash) {
        var workload = report.world().workload();
        return status(hash, null, null, workload.held().isPresent() ? workload.declared() : Origin.of());
    }

    private static RevisionStatus status(Revision revision) {
        return status(
                revision.hash(),
                revision.waitedAs().orElse(null),
                revision.isMade() ? revision.name() : null,
                revision.origin());
    }

    private static RevisionStatus status(String hash, String waitedAs, String replicaSet, Origin origin) {
        return new RevisionStatus(
                hash,
                waitedAs,
                replicaSet,
                origin.images(),
                origin.digests(),
                origin.commit().orElse(null),
                origin.appliedBy().orElse(null));
    }
}
