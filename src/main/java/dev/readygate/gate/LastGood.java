package dev.readygate.gate;

import dev.readygate.facts.BookEntry;
import dev.readygate.facts.KnownGood;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import java.util.Optional;
import java.util.stream.Stream;

/** The last revision that was verified and still has a ReplicaSet: without one there is nothing to go back to. */
final class LastGood {
    private LastGood() {}

    static Optional<Revision> of(Snapshot world, Optional<KnownGood> baseline, Optional<BookEntry> entry) {
        return Stream.concat(
                        baseline.map(KnownGood::hash).stream(), entry.stream().flatMap(it -> it.verified().stream()))
                .flatMap(hash ->
                        world.revisions().stream().filter(it -> it.hash().equals(hash)))
                .findFirst();
    }
}
