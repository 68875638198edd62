package dev.readygate.gate;

import static dev.readygate.gate.Course.inOrder;

import dev.readygate.facts.BookEntry;
import dev.readygate.facts.KnownGood;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Outlook;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.Effect.Unpause;
import java.util.List;
import java.util.Optional;

/** The first revision of a Deployment: nothing to go back to, so nothing is gated. It is the baseline once it passes. */
final class FirstSteps {
    private FirstSteps() {}

    static Course of(Situation now, Revision first) {
        var course = Promotion.due(now) ? verified(now, first) : unproven(now, first);
        return first.isMade() ? course : course.after(List.of(new Unpause()));
    }

    private static Course verified(Situation now, Revision first) {
        var baseline = new KnownGood(first.hash(), now.world().at(), false);
        var book = now.bookSays(now.enforcing(List.of(first.hash())));
        return Course.idle(Optional.of(baseline), Running.VERIFIED, inOrder(book, now.openVerifiedAnd(first.hash())))
                .showing(new Passage(now, first.hash()).through());
    }

    private static Course unproven(Situation now, Revision first) {
        var book = now.bookSays(BookEntry.ungated(now.uid()));
        var waiting = Promotion.waitingOn(now);
        var standing = new Standing(
                Outlook.Progressing,
                "FirstRevision",
                "The first revision is scored, not gated; it becomes the baseline when its checks pass.",
                waiting);
        return Course.idle(Optional.empty(), standing, inOrder(book, now.open(pod -> true)))
                .showing(new Passage(now, first.hash()).skipped());
    }
}
