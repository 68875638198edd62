package dev.readygate.checks.evidence;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.checks.Subject;
import dev.readygate.facts.EvidenceFact;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The evidence of one type that counts for a revision, and why the rest does not. Evidence with an objection counts
 * neither for the revision nor against it.
 *
 * @param maxAge older evidence does not count
 */
record EvidenceSelection(Subject subject, String type, Optional<Duration> maxAge) {
    /** Times have no fractions: of two in the same second either may be newer, so the worse counts. */
    private static final Comparator<EvidenceFact> NEWEST_FIRST = comparing(
                    (EvidenceFact it) -> it.statement().at())
            .reversed()
            .thenComparing(it -> it.outcome().filter(Outcome.Fail::equals).isEmpty())
            .thenComparing(it -> it.statement().name());

    EvidenceSelection {
        requireNonNull(subject, "subject");
        requireNonNull(type, "type");
        requireNonNull(maxAge, "maxAge");
    }

    /** A reason to ignore a piece of evidence; without one it counts. */
    interface EvidenceObjection extends Function<EvidenceFact, Optional<String>> {
        /** Messages give the first objection. */
        static EvidenceObjection firstOf(EvidenceObjection... objections) {
            return it ->
                    Stream.of(objections).flatMap(one -> one.apply(it).stream()).findFirst();
        }
    }

    /** All that count, newest first. */
    List<EvidenceFact> about(Revision revision, EvidenceObjection further) {
        var objection = EvidenceObjection.firstOf(aboutAnother(revision), this::outdated, further);
        return all().filter(it -> objection.apply(it).isEmpty()).toList();
    }

    /**
     * The evidence about the predecessor. Evidence that names only the Deployment is about both revisions; then it is the
     * piece from the predecessor's time.
     */
    Optional<EvidenceFact> before(EvidenceFact fact, EvidenceObjection further) {
        var all = subject.predecessor().map(it -> about(it, further)).orElse(List.of());
        return all.stream()
                .filter(it -> !all.contains(fact) || !it.equals(fact) && inThePredecessorsTime(it))
                .findFirst();
    }

    /** The evidence about any revision of the Deployment that was stated no later than this piece. */
    List<EvidenceFact> until(EvidenceFact fact, EvidenceObjection further) {
        var objection = EvidenceObjection.firstOf(this::aboutNoRevision, this::outdated, further);
        return all().filter(it -> !it.equals(fact))
                .filter(it -> !it.statement().at().isAfter(fact.statement().at()))
                .filter(it -> objection.apply(it).isEmpty())
                .toList();
    }

    private Optional<String> aboutNoRevision(EvidenceFact fact) {
        var ref = subject.world().workload().ref();
        return Stream.concat(subject.world().revisions().stream(), subject.revision().stream())
                        .anyMatch(it -> fact.about().fits(ref, it))
                ? Optional.empty()
                : Optional.of("is about another Deployment");
    }

    private boolean inThePredecessorsTime(EvidenceFact fact) {
        return subject.predecessorsTime()
                .filter(it -> fact.statement().at().isAfter(it))
                .isEmpty();
    }

    /** The newest evidence that does not count, and why. */
    Optional<String> overruled(Revision revision, EvidenceObjection further) {
        var objection = EvidenceObjection.firstOf(aboutAnother(revision), this::outdated, further);
        return all().flatMap(it -> objection.apply(it).map(why -> name(it) + " " + why).stream())
                .findFirst();
    }

    private Stream<EvidenceFact> all() {
        return subject.world().statements().evidence().stream()
                .filter(it -> it.type().equals(type))
                .sorted(NEWEST_FIRST);
    }

    private EvidenceObjection aboutAnother(Revision revision) {
        var ref = subject.world().workload().ref();
        return it -> it.about().fits(ref, revision) ? Optional.empty() : Optional.of("is about another revision");
    }

    private Optional<String> outdated(EvidenceFact fact) {
        var now = subject.world().at();
        if (!fact.statement().standsAt(now)) {
            return Optional.of("expired at " + fact.statement().until().orElseThrow());
        }
        return tooOldAt(fact)
                .filter(it -> !now.isBefore(it))
                .map(it -> "is older than " + ReadinessDuration.of(maxAge.orElseThrow()));
    }

    private Optional<Instant> tooOldAt(EvidenceFact fact) {
        return maxAge.map(fact.statement().at().plus(Statement.GRACE)::plus);
    }

    /** When time alone ends its validity. */
    Optional<Instant> ends(EvidenceFact fact) {
        return Stream.of(fact.statement().ends(), tooOldAt(fact))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    static String name(EvidenceFact fact) {
        return fact.statement()
                .by()
                .map(it -> "%s by %s".formatted(fact.statement().name(), it.user()))
                .orElse(fact.statement().name());
    }
}
