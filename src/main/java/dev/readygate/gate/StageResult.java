package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.Baseline;
import dev.readygate.gate.Decision.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of one stage.
 *
 * @param again when time alone leads to another result
 */
record StageResult(
        Phase phase,
        Optional<Baseline> baseline,
        Standing standing,
        List<Effect> effects,
        GateProgress progress,
        Optional<Instant> again) {
    StageResult {
        effects = List.copyOf(effects);
    }

    static StageResult idle(Optional<Baseline> baseline, Standing standing, List<Effect> effects) {
        return new StageResult(Phase.Idle, baseline, standing, effects, GateProgress.NONE, Optional.empty());
    }

    StageResult showing(GateProgress made) {
        return new StageResult(phase, baseline, standing, effects, made, again);
    }

    StageResult after(List<Effect> first) {
        return new StageResult(phase, baseline, standing, inOrder(first, effects), progress, again);
    }

    @SafeVarargs
    static List<Effect> inOrder(List<? extends Effect>... steps) {
        var all = new ArrayList<Effect>();
        for (var step : steps) {
            all.addAll(step);
        }
        return all;
    }
}
