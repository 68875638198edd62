package dev.readygate.cli.plan;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadyReason;

/** The progress of the release of the declared template, for {@code wait}. */
public sealed interface ReleaseProgress {
    String sentence();

    record Verified(String sentence) implements ReleaseProgress {}

    /** The release was withdrawn, rolled back or rejected. */
    record WithdrawnRelease(String sentence) implements ReleaseProgress {}

    /** The release failed, and its withdrawal or rollback is under way. */
    record GoingBack(String sentence) implements ReleaseProgress {}

    record OnItsWay(String sentence) implements ReleaseProgress {}

    /** Waiting would never end, because no policy gates the Deployment. */
    record Unjudged(String sentence) implements ReleaseProgress {}

    static ReleaseProgress of(ReportedDeployment known) {
        return known.current().map(it -> of(known.declared(), it)).orElseGet(() -> new OnItsWay(known.whyNotCurrent()));
    }

    private static ReleaseProgress of(DeclaredDeployment declared, ReadinessReportStatus status) {
        var sentence = ReportedDeployment.sentence(status);
        if (ReportedDeployment.isIn(status, Phase.Withdrawn)) {
            return new WithdrawnRelease(sentence);
        }
        if (ReportedDeployment.isIn(status, Phase.Withdrawing, Phase.Restoring)) {
            return new GoingBack(sentence);
        }
        if (ReportedDeployment.isVerified(status)) {
            return declared.rolledOut()
                    ? new Verified(sentence)
                    : new OnItsWay("It is verified; not all of its pods are available yet.");
        }
        return ReportedDeployment.isBecause(
                        status, ReadyReason.Observed, ReadyReason.Warned, ReadyReason.ManagedElsewhere)
                ? new Unjudged(sentence)
                : new OnItsWay(sentence);
    }
}
