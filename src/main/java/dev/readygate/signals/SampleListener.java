package dev.readygate.signals;

import dev.readygate.facts.Sample;
import java.time.Duration;

/** Told of each sample, for the meters. */
@FunctionalInterface
public interface SampleListener {
    SampleListener NONE = (_, _) -> {};

    /** @param late how long after its time the sample was begun, waiting for a place included */
    void sampled(Sample sample, Duration late);
}
