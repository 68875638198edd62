package dev.readygate.cli.plan;

import dev.readygate.api.v1alpha1.ConditionStatus;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import java.util.Set;

/** How far the release that is declared now has come, for whoever waits for it. */
public sealed interface Progress {
    String sentence();

    record Verified(String sentence) implements Progress {}

    /** Withdrawn, restored or refused. */
    record TakenBack(String sentence) implements Progress {}

    /** It failed, and is on its way back. */
    record GoingBack(String sentence) implements Progress {}

    record OnItsWay(String sentence) implements Progress {}

    /** Waiting would never end: no policy holds anything here. */
    record Unjudged(String sentence) implements Progress {}

    static Progress of(Known known) {
        return known.current().map(it -> of(known.declared(), it)).orElseGet(() -> new OnItsWay(known.whyNotCurrent()));
    }

    private static Progress of(Declared declared, ReadinessReportStatus status) {
        var sentence = Known.sentence(status);
        if (Known.isIn(status, Phase.Withdrawn)) {
            return new TakenBack(sentence);
        }
        if (Known.isIn(status, Phase.Withdrawing, Phase.Restoring)) {
            return new GoingBack(sentence);
        }
        if (Known.isVerified(status)) {
            return declared.rolledOut()
                    ? new Verified(sentence)
                    : new OnItsWay("It is verified; not all of its pods are available yet.");
        }
        return isUnjudged(status) ? new Unjudged(sentence) : new OnItsWay(sentence);
    }

    private static boolean isUnjudged(ReadinessReportStatus status) {
        return Known.ready(status)
                .filter(it -> it.status() == ConditionStatus.Unknown)
                .filter(it -> Set.of("Observed", "Warned", "ManagedElsewhere").contains(it.reason()))
                .isPresent();
    }
}
