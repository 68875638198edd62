package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.KnownGood;
import dev.readygate.gate.Decision.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one stage makes of its situation.
 *
 * @param again when time alone leads to another course
 */
record Course(
        Phase phase,
        Optional<KnownGood> baseline,
        Standing standing,
        List<Effect> effects,
        Progress progress,
        Optional<Instant> again) {
    Course {
        effects = List.copyOf(effects);
    }

    static Course idle(Optional<KnownGood> baseline, Standing standing, List<Effect> effects) {
        return new Course(Phase.Idle, baseline, standing, effects, Progress.NONE, Optional.empty());
    }

    Course showing(Progress made) {
        return new Course(phase, baseline, standing, effects, made, again);
    }

    Course after(List<Effect> first) {
        return new Course(phase, baseline, standing, inOrder(first, effects), progress, again);
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
