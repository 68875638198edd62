package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Outlook;
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

    static StageResult of(StageInput now, Revision first) {
        var course = Promotion.due(now) ? verified(now, first) : unproven(now, first);
        return first.isMade() ? course : course.after(List.of(new Unpause()));
    }

    private static StageResult verified(StageInput now, Revision first) {
        var baseline = new Baseline(first.hash(), now.world().at(), false);
        var book = now.bookSays(now.enforcing(List.of(first.hash())));
        return StageResult.idle(
                        Optional.of(baseline), VerifiedStage.VERIFIED, inOrder(book, now.openVerifiedAnd(first.hash())))
                .showing(new GateProgressBuilder(now, first.hash()).through());
    }

    private static StageResult unproven(StageInput now, Revision first) {
        var book = now.bookSays(BookEntry.ungated(now.uid()));
        var waiting = Promotion.waitingOn(now);
        var standing = new Standing(
                Outlook.Progressing,
                "FirstRevision",
                "The first revision is scored, not gated; it becomes the baseline when its checks pass.",
                waiting);
        return StageResult.idle(Optional.empty(), standing, inOrder(book, now.open(pod -> true)))
                .showing(new GateProgressBuilder(now, first.hash()).skipped());
    }
}
