package dev.readygate.cli.plan;

import dev.readygate.api.v1alpha1.ConditionStatus;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import java.util.Set;

/** How far the release that is declared now has come, for whoever waits for it. */
public sealed interface ReleaseProgress {
    String sentence();

    record Verified(String sentence) implements ReleaseProgress {}

    /** Withdrawn, restored or refused. */
    record WithdrawnRelease(String sentence) implements ReleaseProgress {}

    /** It failed, and is on its way back. */
    record GoingBack(String sentence) implements ReleaseProgress {}

    record OnItsWay(String sentence) implements ReleaseProgress {}

    /** Waiting would never end: no policy holds anything here. */
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
        return isUnjudged(status) ? new Unjudged(sentence) : new OnItsWay(sentence);
    }

    private static boolean isUnjudged(ReadinessReportStatus status) {
        return ReportedDeployment.ready(status)
                .filter(it -> it.status() == ConditionStatus.Unknown)
                .filter(it -> Set.of("Observed", "Warned", "ManagedElsewhere").contains(it.reason()))
                .isPresent();
    }
}
