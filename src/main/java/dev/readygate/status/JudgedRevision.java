package dev.readygate.status;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RevisionStatus;
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
                .or(() -> report.world().current().map(JudgedRevision::status))
                .or(() -> before);
    }

    private static RevisionStatus status(Revision revision) {
        var origin = revision.origin();
        return new RevisionStatus(
                revision.hash(),
                revision.waitedAs().orElse(null),
                revision.isMade() ? revision.name() : null,
                origin.images(),
                origin.digests(),
                origin.commit().orElse(null),
                origin.appliedBy().orElse(null));
    }
}
