package dev.readygate.signals;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.Sample;
import java.util.function.Supplier;

/**
 * An answer still to be judged: judging takes the operator's time and not the target's.
 *
 * @param costly whether users wrote the expression that judges it, so that its duration is unknown
 */
public record Answered(boolean costly, Supplier<Sample> judged) {
    public Answered {
        requireNonNull(judged, "judged");
    }

    static Answered with(Sample sample) {
        return new Answered(false, () -> sample);
    }
}
