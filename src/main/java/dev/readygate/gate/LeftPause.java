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

    static StageResult lifted(StageInput input, Stage stage, StageResult result) {
        return isRolledOut(stage) && isOurs(input) && result.effects().stream().noneMatch(Pause.class::isInstance)
                ? result.after(List.of(new Unpause()))
                : result;
    }

    /** The other stages pause for a reason, or lift the pause themselves. */
    private static boolean isRolledOut(Stage stage) {
        return stage instanceof Stage.Settled || stage instanceof Stage.Serving || stage instanceof Stage.Staying;
    }

    private static boolean isOurs(StageInput input) {
        return input.world().workload().pausedByUs()
                && input.world().parked().isEmpty()
                && input.entry().filter(it -> it.hold().isEmpty()).isPresent();
    }
}
