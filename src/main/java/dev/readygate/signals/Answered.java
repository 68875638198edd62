package dev.readygate.signals;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.Sample;
import java.util.function.Supplier;

/**
 * What came back, still to be judged: that takes our time and not the target's.
 *
 * @param costly whether people have written what it is judged by, so that nobody knows how long it takes
 */
public record Answered(boolean costly, Supplier<Sample> judged) {
    public Answered {
        requireNonNull(judged, "judged");
    }

    static Answered with(Sample sample) {
        return new Answered(false, () -> sample);
    }
}
