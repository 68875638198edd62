package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.Baseline;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The subject of the checks: the revision being verified while there is one, otherwise all that runs.
 *
 * @param candidate the hash of the revision being verified
 * @param verified the baseline; none in mode Observe, which verifies nothing
 * @param alone since when the candidate takes all traffic
 */
public record Subject(
        Snapshot world, Optional<String> candidate, Optional<Baseline> verified, Optional<Instant> alone) {
    public Subject {
        requireNonNull(world, "world");
        requireNonNull(candidate, "candidate");
        requireNonNull(verified, "verified");
        requireNonNull(alone, "alone");
    }

    public Subject(Snapshot world, Optional<String> candidate, Optional<Baseline> verified) {
        this(world, candidate, verified, Optional.empty());
    }

    public static Subject everything(Snapshot world) {
        return new Subject(world, Optional.empty(), Optional.empty());
    }

    /** The one revision that statements must be about: the declared one, or the baseline once that is taken back. */
    public Optional<Revision> revision() {
        return candidate
                .or(() -> world.current().map(Revision::hash))
                .or(() -> verified.map(Baseline::hash))
                .flatMap(world::revision);
    }

    public Optional<Revision> baseline() {
        return verified.map(Baseline::hash).flatMap(world::revision);
    }

    /** The baseline, if it is not the revision itself; without verification, the revision before. */
    public Optional<Revision> predecessor() {
        return verified.isPresent()
                ? baseline().filter(it -> !revision().equals(Optional.of(it)))
                : revision().flatMap(this::before);
    }

    private Optional<Revision> before(Revision revision) {
        return world.revisions().stream()
                .filter(it -> it.number() < revision.number())
                .max(Comparator.comparing(Revision::number));
    }

    /** Earlier statements are about the predecessor: before verification, or before the revision. */
    public Optional<Instant> predecessorsTime() {
        return verified.map(Baseline::since).or(() -> revision().map(Revision::createdAt));
    }

    public List<Pod> newPods() {
        return candidate.map(world::podsOf).orElseGet(world::pods);
    }

    public List<Pod> allPods() {
        return world.pods();
    }
}
