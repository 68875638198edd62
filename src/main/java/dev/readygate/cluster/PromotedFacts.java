package dev.readygate.cluster;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RolloutOutcome;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Promoted;
import dev.readygate.facts.Promoted.Release;
import dev.readygate.facts.Promoted.Reported;
import dev.readygate.facts.Promoted.Unreported;
import java.util.Optional;

/** What a report says was verified → facts. */
final class PromotedFacts {
    private PromotedFacts() {}

    /** A report that was created but never written says nothing. */
    static Promoted of(Optional<ReadinessReportStatus> report) {
        return report.filter(it -> it.phase() != null)
                .<Promoted>map(PromotedFacts::reported)
                .orElse(new Unreported());
    }

    private static Reported reported(ReadinessReportStatus report) {
        return new Reported(
                Optional.ofNullable(report.baseline()).map(PromotedFacts::release),
                report.history().stream()
                        .filter(it -> it.outcome() == RolloutOutcome.Promoted && it.finished() != null)
                        .map(PromotedFacts::release)
                        .toList());
    }

    private static Release release(BaselineStatus baseline) {
        return new Release(baseline.images(), baseline.digests(), baseline.verifiedAt(), !baseline.unproven());
    }

    /** Records have no digests but those that were declared. */
    private static Release release(RolloutRecord rollout) {
        var digests = rollout.images().stream()
                .flatMap(it -> Origin.digest(it).stream())
                .toList();
        return new Release(rollout.images(), digests, rollout.finished(), true);
    }
}
