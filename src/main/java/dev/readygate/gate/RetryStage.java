package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Hold;
import dev.readygate.facts.RejectedTemplate;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.Effect.Retry;
import java.util.List;
import java.util.Optional;

/**
 * A user asks for one more attempt with a withdrawn revision. The operator removes the request last: until then it
 * can repeat all steps.
 */
final class RetryStage {
    private RetryStage() {}

    /**
     * The retry names the held revision; or the hold is gone already, because the operator stopped before the rest
     * was done.
     */
    static boolean isAskedFor(StageOf stage) {
        var wishes = stage.world().workload().wishes();
        return turnedAway(stage)
                .map(it -> wishes.retries(it.hash()))
                .orElseGet(() -> stage.wasTakenBack()
                        && stage.entry().flatMap(BookEntry::hold).isEmpty()
                        && wishes.retry().filter(it -> isDeclared(it, stage)).isPresent());
    }

    private static Optional<Hold> turnedAway(StageOf stage) {
        var atStart = stage.world().parked().map(Revision::hash);
        return stage.hold()
                .or(() -> stage.entry()
                        .flatMap(BookEntry::hold)
                        .filter(it -> atStart.filter(it.hash()::equals).isPresent()));
    }

    private static boolean isDeclared(String hash, StageOf stage) {
        var world = stage.world();
        return world.current().filter(it -> it.hash().equals(hash)).isPresent()
                || world.workload()
                        .held()
                        .filter(it -> Withdrawal.isAbout(hash, it))
                        .isPresent();
    }

    static StageResult of(StageInput input, Stage.Retried stage) {
        return input.refused()
                .filter(it -> !TemplateRedeclaration.isDeclared(input))
                .map(it -> puttingBack(input, stage, it))
                .orElseGet(() -> result(stage, Phase.Serve, letGo(input, stage.baseline()), GateProgress.NONE));
    }

    /**
     * Until the template is declared again, the report is about the withdrawn revision, and no rollout is under
     * way.
     */
    private static StageResult puttingBack(StageInput input, Stage.Retried stage, RejectedTemplate refused) {
        var failed = input.entry()
                .flatMap(BookEntry::hold)
                .map(it -> Withdrawal.failed(input, it))
                .orElse(GateProgress.NONE);
        return result(stage, Phase.Restoring, TemplateRedeclaration.putBack(input, refused), failed);
    }

    private static StageResult result(Stage.Retried stage, Phase phase, List<Effect> effects, GateProgress progress) {
        var standing = new Standing(
                ReadyReason.Retrying, "Somebody asked for one more attempt of what was taken back.", "rollout");
        return new StageResult(phase, Optional.of(stage.baseline()), standing, effects, progress, Optional.empty());
    }

    private static List<Effect> letGo(StageInput input, Baseline baseline) {
        return inOrder(
                TemplateRedeclaration.giveBack(input),
                input.bookSays(input.enforcing(input.verifiedBesides(baseline.hash()))),
                List.of(new Retry()));
    }
}
