package dev.readygate.status;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RevisionStatus;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Revision;
import java.util.Optional;

/** The revision a report is about: the one that is judged, or declared. */
final class JudgedRevision {
    private JudgedRevision() {}

    /** Of one that was taken back, and so is gone, what was known of it before. */
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

    /** We died after it was removed and before that was reported. While we pause the Deployment, it is what is declared. */
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
