package dev.readygate.status;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.BaselineStatus.CheckThen;
import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.checks.Finding;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Revision;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The baseline, with score and checks from the moment it was verified: later outcomes of the checks do not change
 * them.
 */
record BaselineLine(Report report, Baseline known) {

    static BaselineStatus of(Report report, Baseline known) {
        return new BaselineLine(report, known).line();
    }

    private BaselineStatus line() {
        return before().map(it -> line(it, it.unproven() && !known.unproven()))
                .orElseGet(() -> line(NOTHING, !known.unproven()));
    }

    private static final BaselineStatus NOTHING =
            new BaselineStatus(null, null, null, null, null, null, null, null, null, null, null);

    /** Once its ReplicaSet is gone, only the report remembers its images and source. */
    private BaselineStatus line(BaselineStatus before, boolean verifiedNow) {
        var revision = report.world().revision(known.hash());
        var origin = revision.map(Revision::origin);
        return new BaselineStatus(
                known.hash(),
                revision.flatMap(Revision::waitedAs).orElse(before.waitedAs()),
                revision.map(Revision::name).orElse(before.replicaSet()),
                origin.map(it -> it.images()).orElse(before.images()),
                origin.map(it -> it.digests()).orElse(before.digests()),
                origin.map(it -> it.commit().orElse(null)).orElse(before.commit()),
                origin.map(it -> it.appliedBy().orElse(null)).orElse(before.appliedBy()),
                known.since().truncatedTo(ChronoUnit.SECONDS),
                verifiedNow ? ReportComposer.floor(report.card().score()) : before.score(),
                known.unproven(),
                verifiedNow ? checks() : before.checks());
    }

    private Optional<BaselineStatus> before() {
        return report.previous()
                .map(ReadinessReportStatus::baseline)
                .filter(it -> known.hash().equals(it.hash()));
    }

    private List<CheckThen> checks() {
        return report.decision().findings().stream().map(BaselineLine::then).toList();
    }

    private static CheckThen then(Finding finding) {
        return new CheckThen(
                finding.check(), CheckOutcome.valueOf(finding.outcome().name()));
    }
}
