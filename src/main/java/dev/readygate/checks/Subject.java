package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.Pod;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whom the checks are about: the revision being verified while there is one, otherwise all that runs.
 *
 * @param candidate the hash of the revision being verified
 * @param knownGood the hash of the baseline
 * @param alone since when the candidate takes all traffic
 */
public record Subject(Snapshot world, Optional<String> candidate, Optional<String> knownGood, Optional<Instant> alone) {
    public Subject {
        requireNonNull(world, "world");
        requireNonNull(candidate, "candidate");
        requireNonNull(knownGood, "knownGood");
        requireNonNull(alone, "alone");
    }

    public Subject(Snapshot world, Optional<String> candidate, Optional<String> knownGood) {
        this(world, candidate, knownGood, Optional.empty());
    }

    public static Subject everything(Snapshot world) {
        return new Subject(world, Optional.empty(), Optional.empty());
    }

    /** The one revision that statements have to be about: what is declared, or the baseline where that is taken back. */
    public Optional<Revision> revision() {
        return candidate
                .or(() -> world.current().map(Revision::hash))
                .or(() -> knownGood)
                .flatMap(world::revision);
    }

    public Optional<Revision> baseline() {
        return knownGood.flatMap(world::revision);
    }

    /** The baseline, where it is another than the revision itself. */
    public Optional<Revision> predecessor() {
        return baseline().filter(it -> !revision().equals(Optional.of(it)));
    }

    public List<Pod> newPods() {
        return candidate.map(world::podsOf).orElseGet(world::pods);
    }

    public List<Pod> allPods() {
        return world.pods();
    }
}
