package dev.readygate.gate;

import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import java.util.Optional;
import java.util.stream.Stream;

/** The last revision that was verified and still has a ReplicaSet: without one there is nothing to go back to. */
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
