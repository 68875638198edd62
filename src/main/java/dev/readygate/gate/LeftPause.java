package dev.readygate.gate;

import dev.readygate.gate.Effect.Pause;
import dev.readygate.gate.Effect.Unpause;
import java.util.List;

/**
 * A pause of the operator for a template that is no longer declared: the operator decided on it before it saw the
 * new template, and the pause landed on that. No other code lifts it.
 */
final class LeftPause {
    private LeftPause() {}

    static StageResult lifted(StageInput now, Stage stage, StageResult course) {
        return isRolledOut(stage) && isOurs(now) && course.effects().stream().noneMatch(Pause.class::isInstance)
                ? course.after(List.of(new Unpause()))
                : course;
    }

    /** The other stages pause for a reason, or lift the pause themselves. */
    private static boolean isRolledOut(Stage stage) {
        return stage instanceof Stage.Settled || stage instanceof Stage.Serving || stage instanceof Stage.Staying;
    }

    private static boolean isOurs(StageInput now) {
        return now.world().workload().pausedByUs()
                && now.world().parked().isEmpty()
                && now.entry().filter(it -> it.hold().isEmpty()).isPresent();
    }
}
