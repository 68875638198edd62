package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.Baseline;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The memory in the report of this Deployment; there is none for a Deployment that the operator has not met.
 *
 * @param digests the image digests that pods of a revision ran, by its hash
 * @param progress how far the rollout of the revision declared then had come
 */
public record Memory(
        Phase phase, Optional<Baseline> baseline, Map<String, List<String>> digests, GateProgress progress) {
    public Memory {
        requireNonNull(phase, "phase");
        requireNonNull(baseline, "baseline");
        requireNonNull(progress, "progress");
        digests = Map.copyOf(digests);
    }
}
