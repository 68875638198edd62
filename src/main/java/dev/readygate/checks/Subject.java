package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.Pod;
import dev.readygate.facts.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * Whom the checks are about: the revision being verified while there is one, otherwise all that runs.
 *
 * @param candidate the hash of the revision being verified
 */
public record Subject(Snapshot world, Optional<String> candidate) {
    public Subject {
        requireNonNull(world, "world");
        requireNonNull(candidate, "candidate");
    }

    public static Subject everything(Snapshot world) {
        return new Subject(world, Optional.empty());
    }

    public List<Pod> newPods() {
        return candidate.map(world::podsOf).orElseGet(world::pods);
    }

    public List<Pod> allPods() {
        return world.pods();
    }
}
