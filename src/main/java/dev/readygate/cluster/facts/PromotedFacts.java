package dev.readygate.cluster.facts;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.api.v1alpha1.RolloutRecord.RolloutOutcome;
import dev.readygate.facts.Origin;
import dev.readygate.facts.PromotedBaseline;
import dev.readygate.facts.PromotedBaseline.FoundReport;
import dev.readygate.facts.PromotedBaseline.PromotedRelease;
import dev.readygate.facts.PromotedBaseline.Unreported;
import java.util.Optional;

/** Turns the verified revisions of a report into facts. */
public final class PromotedFacts {
    private PromotedFacts() {}

    /** A report without a status counts as no report. */
    public static PromotedBaseline of(Optional<ReadinessReportStatus> report) {
        return report.filter(it -> it.phase() != null)
                .<PromotedBaseline>map(PromotedFacts::reported)
                .orElse(new Unreported());
    }

    private static FoundReport reported(ReadinessReportStatus report) {
        return new FoundReport(
                Optional.ofNullable(report.baseline()).map(PromotedFacts::release),
                report.history().stream()
                        .filter(it -> it.outcome() == RolloutOutcome.Promoted && it.finished() != null)
                        .map(PromotedFacts::release)
                        .toList());
    }

    private static PromotedRelease release(BaselineStatus baseline) {
        return new PromotedRelease(baseline.images(), baseline.digests(), baseline.verifiedAt(), !baseline.unproven());
    }

    /** A record has only those digests that the template declared. */
    private static PromotedRelease release(RolloutRecord rollout) {
        var digests = rollout.images().stream()
                .flatMap(it -> Origin.digest(it).stream())
                .toList();
        return new PromotedRelease(rollout.images(), digests, rollout.finished(), true);
    }
}
