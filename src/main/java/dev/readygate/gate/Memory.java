package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.KnownGood;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the report of this very Deployment remembers from before; there is none for one never met.
 *
 * @param digests that pods of a revision were seen to run, by its hash
 */
public record Memory(Phase phase, Optional<KnownGood> baseline, Map<String, List<String>> digests) {
    public Memory {
        requireNonNull(phase, "phase");
        requireNonNull(baseline, "baseline");
        digests = Map.copyOf(digests);
    }
}
