package dev.readygate.gate;

import static dev.readygate.gate.Course.inOrder;

import dev.readygate.facts.KnownGood;
import dev.readygate.gate.Decision.Outlook;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.Effect.Unpause;
import dev.readygate.gate.Effect.WriteBook;
import java.util.List;
import java.util.Optional;

/**
 * Nothing is enforced. Whatever was held is let go: the book first, because the API server would undo an unpause while
 * the book still speaks of a hold.
 */
final class LettingGo {
    private LettingGo() {}

    static Course of(Situation now) {
        return Course.idle(whatRuns(now), standing(now), release(now));
    }

    /** What the user declared first: it is in the book. */
    private static List<Effect> release(Situation now) {
        return PuttingBack.away(now).map(it -> PuttingBack.putBack(now, it)).orElseGet(() -> releaseAll(now));
    }

    private static List<Effect> releaseAll(Situation now) {
        var book = now.world().book().isPresent() ? List.of(new WriteBook(Optional.empty())) : List.<Effect>of();
        var pause = now.world().workload().held().isPresent() ? List.of(new Unpause()) : List.<Effect>of();
        return inOrder(PuttingBack.giveBack(now), book, pause, now.open(pod -> true));
    }

    /** So that turning enforcement on later starts from what runs, and gates nothing of it. */
    private static Optional<KnownGood> whatRuns(Situation now) {
        if (!now.world().workload().rolledOut()) {
            return now.baseline();
        }
        return now.world()
                .rolling()
                .map(it -> now.baseline()
                        .filter(known -> known.hash().equals(it.hash()))
                        .orElse(new KnownGood(it.hash(), now.world().at(), true)));
    }

    private static Standing standing(Situation now) {
        return now.rules()
                .drivenBy()
                .map(it -> new Standing(
                        Outlook.Unjudged,
                        "ManagedElsewhere",
                        "Scored only: it is rolled out by %s, and two controllers would fight over it.".formatted(it),
                        ""))
                .orElseGet(() ->
                        new Standing(Outlook.Unjudged, "Observed", "Scored only; no policy enforces a gate here.", ""));
    }
}
