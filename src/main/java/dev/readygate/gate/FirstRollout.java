package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.Effect.Unpause;
import java.util.List;
import java.util.Optional;

/**
 * The first revision of a Deployment. There is no baseline to go back to, so no gate holds it. It becomes the
 * baseline once it passes.
 */
final class FirstRollout {
    private FirstRollout() {}

    static StageResult of(StageInput input, Revision first) {
        var result = Promotion.due(input) ? verified(input, first) : unproven(input, first);
        return first.isMade() ? result : result.after(List.of(new Unpause()));
    }

    private static StageResult verified(StageInput input, Revision first) {
        var baseline = new Baseline(first.hash(), input.world().at(), false);
        var book = input.bookSays(input.enforcing(List.of(first.hash())));
        return StageResult.idle(
                        Optional.of(baseline),
                        VerifiedStage.VERIFIED,
                        inOrder(book, input.openVerifiedAnd(first.hash())))
                .showing(new GateProgressBuilder(input, first.hash()).through());
    }

    private static StageResult unproven(StageInput input, Revision first) {
        var book = input.bookSays(BookEntry.ungated(input.uid()));
        var waiting = Promotion.waitingOn(input);
        var standing = new Standing(
                ReadyReason.FirstRevision,
                "The first revision is scored, not gated; it becomes the baseline when its checks pass.",
                waiting);
        return StageResult.idle(Optional.empty(), standing, inOrder(book, input.open(pod -> true)))
                .showing(new GateProgressBuilder(input, first.hash()).skipped());
    }
}
