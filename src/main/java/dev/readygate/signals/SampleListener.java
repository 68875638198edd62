package dev.readygate.signals;

import dev.readygate.facts.Sample;
import java.time.Duration;

/** Receives each sample, for the meters. */
@FunctionalInterface
public interface SampleListener {
    SampleListener NONE = (_, _) -> {};

    /** @param late how long after its time the sample began, including the wait for a place */
    void sampled(Sample sample, Duration late);
}
