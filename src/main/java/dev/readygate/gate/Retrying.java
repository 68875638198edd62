package dev.readygate.gate;

import static dev.readygate.gate.Course.inOrder;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Hold;
import dev.readygate.facts.KnownGood;
import dev.readygate.facts.Refused;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Outlook;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.Effect.Retry;
import java.util.List;
import java.util.Optional;

/** A person asks for one more attempt of what was taken back. The wish goes last: until then all of it can be repeated. */
final class Retrying {
    private Retrying() {}

    /** Of what is held; or it is held no longer, and we were stopped before the rest was done. */
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
                        .filter(it -> TakingBack.isAbout(hash, it))
                        .isPresent();
    }

    static Course of(Situation now, Stage.Retried stage) {
        return now.refused()
                .filter(it -> !PuttingBack.isDeclared(now))
                .map(it -> puttingBack(now, stage, it))
                .orElseGet(() -> course(stage, Phase.Serve, letGo(now, stage.baseline()), Progress.NONE));
    }

    /** Until it is declared again, the report is about what was taken back, and nothing is on its way. */
    private static Course puttingBack(Situation now, Stage.Retried stage, Refused refused) {
        var failed = now.entry()
                .flatMap(BookEntry::hold)
                .map(it -> TakingBack.failed(now, it))
                .orElse(Progress.NONE);
        return course(stage, Phase.Restoring, PuttingBack.putBack(now, refused), failed);
    }

    private static Course course(Stage.Retried stage, Phase phase, List<Effect> effects, Progress progress) {
        var standing = new Standing(
                Outlook.Progressing,
                "Retrying",
                "Somebody asked for one more attempt of what was taken back.",
                "rollout");
        return new Course(phase, Optional.of(stage.baseline()), standing, effects, progress, Optional.empty());
    }

    private static List<Effect> letGo(Situation now, KnownGood baseline) {
        return inOrder(
                PuttingBack.giveBack(now),
                now.bookSays(now.enforcing(now.verifiedBesides(baseline.hash()))),
                List.of(new Retry()));
    }
}
