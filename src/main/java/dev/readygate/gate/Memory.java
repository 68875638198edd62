package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.KnownGood;
import java.util.Optional;

/** What the report of this very Deployment remembers from before; there is none for one never met. */
public record Memory(Phase phase, Optional<KnownGood> baseline) {
    public Memory {
        requireNonNull(phase, "phase");
        requireNonNull(baseline, "baseline");
    }
}
