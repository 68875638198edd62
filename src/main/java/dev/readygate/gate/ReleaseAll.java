package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.gate.Decision.Outlook;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.Effect.Unpause;
import dev.readygate.gate.Effect.WriteBook;
import java.util.List;
import java.util.Optional;

/**
 * No policy enforces a gate, so the operator releases every hold: first the GateBook, because the API server would
 * undo an unpause while the GateBook still contains the hold.
 */
final class ReleaseAll {
    private ReleaseAll() {}

    static StageResult of(StageInput now) {
        var warning = new Warning(now);
        var course = StageResult.idle(whatRuns(now), standing(now, warning), release(now));
        return isWarning(now, warning) ? course.showing(warning.progress()) : course;
    }

    private static boolean isWarning(StageInput now, Warning warning) {
        return warning.isAsked() && now.rules().drivenBy().isEmpty();
    }

    /** First the template that the user declared and the GateBook keeps. */
    private static List<Effect> release(StageInput now) {
        return TemplateRedeclaration.away(now)
                .map(it -> TemplateRedeclaration.putBack(now, it))
                .orElseGet(() -> releaseAll(now));
    }

    private static List<Effect> releaseAll(StageInput now) {
        var pause = now.world().workload().held().isPresent() ? List.of(new Unpause()) : List.<Effect>of();
        return inOrder(TemplateRedeclaration.giveBack(now), book(now), pause, now.open(pod -> true));
    }

    /** An entry that closes no gate, not even with a warning, is removed. */
    private static List<Effect> book(StageInput now) {
        var wanted =
                AdmitClosure.warning(now).map(it -> BookEntry.ungated(now.uid()).with(it));
        return wanted.map(now::bookSays)
                .orElseGet(() -> now.world().book().isPresent() ? List.of(new WriteBook(Optional.empty())) : List.of());
    }

    /** The running revision is the baseline, so that turning enforcement on later gates nothing that runs. */
    private static Optional<Baseline> whatRuns(StageInput now) {
        if (!now.world().workload().rolledOut()) {
            return now.baseline();
        }
        return now.world()
                .rolling()
                .map(it -> now.baseline()
                        .filter(known -> known.hash().equals(it.hash()))
                        .orElse(new Baseline(it.hash(), now.world().at(), true)));
    }

    private static Standing standing(StageInput now, Warning warning) {
        return now.rules()
                .drivenBy()
                .map(it -> new Standing(
                        Outlook.Unjudged,
                        "ManagedElsewhere",
                        "Scored only: it is rolled out by %s, and two controllers would fight over it.".formatted(it),
                        ""))
                .orElseGet(() -> warning.isAsked()
                        ? warning.standing()
                        : new Standing(
                                Outlook.Unjudged, "Observed", "Scored only; no policy enforces a gate here.", ""));
    }
}
