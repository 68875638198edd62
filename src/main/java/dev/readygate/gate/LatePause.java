package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry.BookGate;
import dev.readygate.facts.Revision;
import dev.readygate.facts.StartHoldMark;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.Effect.Pause;
import java.util.List;
import java.util.Optional;

/**
 * A new template that was not admitted paused: the cluster has no mutating policies, or its API server has just
 * started. The operator pauses it as soon as it sees it; pods that have started already stay, and no more of them
 * start.
 */
final class LatePause {
    private LatePause() {}

    static boolean start(StageInput input, Revision candidate) {
        return !input.rules().at(Gate.Start).isEmpty()
                && !input.world().workload().desired().paused()
                && !input.world().workload().rolledOut()
                && (input.world().workload().brokeOut() || isNews(input, candidate));
    }

    /** The gate existed before the template came, and the report does not know the template. */
    private static boolean isNews(StageInput input, Revision candidate) {
        return candidate.template().isPresent()
                && !input.startedBefore(candidate)
                && input.entry()
                        .filter(it -> it.gates().contains(BookGate.Start))
                        .isPresent()
                && input.before().isNewsOf(candidate.hash());
    }

    /** It keeps the pending name it had before, if it had one. */
    static StageResult park(StageInput input, Revision candidate, Baseline baseline) {
        var workload = input.world().workload();
        var mark = workload.held()
                .filter(it -> workload.brokeOut())
                .or(() -> candidate.template().map(it -> StartHoldMark.mark(workload.generation(), it)))
                .orElseThrow();
        return new StageResult(
                Phase.Start,
                Optional.of(baseline),
                new Standing(ReadyReason.WaitingToStart, "It is being paused: gate Start asks first.", ""),
                inOrder(
                        input.bookSays(input.enforcing(input.verifiedBesides(baseline.hash()))),
                        List.of(new Pause(mark))),
                // Its progress is not known yet: the progress of the revision before would make it look as if it were
                // under way.
                GateProgress.NONE,
                Optional.empty());
    }
}
