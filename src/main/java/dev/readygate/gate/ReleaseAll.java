package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
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

    static StageResult of(StageInput input) {
        var warning = new Warning(input);
        var result = StageResult.idle(whatRuns(input), standing(input, warning), release(input));
        return isWarning(input, warning) ? result.showing(warning.progress()) : result;
    }

    private static boolean isWarning(StageInput input, Warning warning) {
        return warning.isAsked() && input.rules().drivenBy().isEmpty();
    }

    /** First the template that the user declared and the GateBook keeps. */
    private static List<Effect> release(StageInput input) {
        return TemplateRedeclaration.away(input)
                .map(it -> TemplateRedeclaration.putBack(input, it))
                .orElseGet(() -> releaseAll(input));
    }

    private static List<Effect> releaseAll(StageInput input) {
        var pause = input.world().workload().held().isPresent() ? List.of(new Unpause()) : List.<Effect>of();
        return inOrder(TemplateRedeclaration.giveBack(input), book(input), pause, input.open(pod -> true));
    }

    /** An entry that closes no gate, not even with a warning, is removed. */
    private static List<Effect> book(StageInput input) {
        var wanted = AdmitDenials.warning(input)
                .map(it -> BookEntry.ungated(input.uid()).with(it));
        return wanted.map(input::bookSays)
                .orElseGet(
                        () -> input.world().book().isPresent() ? List.of(new WriteBook(Optional.empty())) : List.of());
    }

    /** The running revision is the baseline, so that turning enforcement on later gates nothing that runs. */
    private static Optional<Baseline> whatRuns(StageInput input) {
        if (!input.world().workload().rolledOut()) {
            return input.baseline();
        }
        return input.world()
                .rolling()
                .map(it -> input.baseline()
                        .filter(known -> known.hash().equals(it.hash()))
                        .orElse(new Baseline(it.hash(), input.world().at(), true)));
    }

    private static Standing standing(StageInput input, Warning warning) {
        return input.rules()
                .drivenBy()
                .map(it -> new Standing(
                        ReadyReason.ManagedElsewhere,
                        "Scored only: it is rolled out by %s, and two controllers would fight over it.".formatted(it),
                        ""))
                .orElseGet(() -> warning.isAsked()
                        ? warning.standing()
                        : new Standing(ReadyReason.Observed, "Scored only; no policy enforces a gate here.", ""));
    }
}
