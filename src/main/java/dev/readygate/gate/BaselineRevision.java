package dev.readygate.gate;

import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last verified revision that still has a ReplicaSet: without one, the operator can neither withdraw nor roll
 * back.
 */
final class BaselineRevision {
    private BaselineRevision() {}

    static Optional<Revision> of(Snapshot world, Optional<Baseline> baseline, Optional<BookEntry> entry) {
        return Stream.concat(
                        baseline.map(Baseline::hash).stream(), entry.stream().flatMap(it -> it.verified().stream()))
                .flatMap(hash ->
                        world.revisions().stream().filter(it -> it.hash().equals(hash)))
                .findFirst();
    }
}
