package dev.readygate.gate;

import static dev.readygate.gate.Course.inOrder;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.KnownGood;
import dev.readygate.facts.Parking;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Outlook;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.Effect.Pause;
import java.util.List;
import java.util.Optional;

/**
 * A new template that was not admitted paused: the cluster has no mutating policies, or its API server has just started.
 * It is paused as soon as it is seen, which leaves the pods that have started already and lets no more of them start.
 */
final class SlippedPast {
    private SlippedPast() {}

    static boolean start(Situation now, Revision candidate) {
        return !now.rules().at(Gate.Start).isEmpty()
                && !now.world().workload().desired().paused()
                && !now.world().workload().rolledOut()
                && (now.world().workload().brokeOut() || isNews(now, candidate));
    }

    /** The gate was there before it came, and we have not heard of it. */
    private static boolean isNews(Situation now, Revision candidate) {
        return candidate.template().isPresent()
                && !now.startedBefore(candidate)
                && now.entry()
                        .filter(it -> it.gates().contains(BookEntry.Gate.Start))
                        .isPresent()
                && now.before().isNewsOf(candidate.hash());
    }

    /** Under the name it had before, if it had one. */
    static Course park(Situation now, Revision candidate, KnownGood baseline) {
        var workload = now.world().workload();
        var mark = workload.held()
                .filter(it -> workload.brokeOut())
                .or(() -> candidate.template().map(it -> Parking.mark(workload.generation(), it)))
                .orElseThrow();
        return new Course(
                Phase.Start,
                Optional.of(baseline),
                new Standing(Outlook.Progressing, "WaitingToStart", "It is being paused: gate Start asks first.", ""),
                inOrder(now.bookSays(now.enforcing(now.verifiedBesides(baseline.hash()))), List.of(new Pause(mark))),
                // Nothing is known of its way yet: what was said of the one before would make it look as if it were
                // under way.
                Progress.NONE,
                Optional.empty());
    }
}
