package dev.readygate.history;

import dev.readygate.facts.EvidenceFact;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** The time of a revision's commit, if evidence about that revision contains it. */
final class Committed {
    /** A field in the data of evidence of any type. */
    static final String FIELD = "commitTime";

    private Committed() {}

    static Optional<Instant> of(Snapshot world, Revision revision) {
        return world.statements().evidence().stream()
                .filter(it -> it.about().namesRevision()
                        && it.about().fits(world.workload().ref(), revision))
                .filter(it -> it.statement().standsAt(world.at()))
                .sorted(Comparator.comparing((EvidenceFact it) -> it.statement().at())
                        .reversed())
                .map(it -> it.data().get(FIELD))
                .filter(Objects::nonNull)
                .flatMap(it -> instant(it.toString()).stream())
                .findFirst();
    }

    private static Optional<Instant> instant(String written) {
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
