package dev.readygate.history;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.api.v1alpha1.RolloutRecord.RolloutOutcome;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Revision;
import dev.readygate.facts.StartHoldMark;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rollouts that happened between two reconciliations and were never reported as under way. */
record MissedRollouts(HistoryInput input) {

    /**
     * A revision that was withdrawn or rolled back before it was reported. The hold in the GateBook has a time, so
     * that one in the history is not recorded again.
     */
    Optional<Attempt> takenBack() {
        return input.hold(input.judged())
                .filter(_ -> input.isTakenBack() && !isKnownToBeNone())
                .filter(hold -> input.history().stream()
                        .filter(it -> it.revision().equals(hold.hash()))
                        .noneMatch(it -> it.finished() != null && !it.finished().isBefore(hold.since())))
                .map(hold -> input.judgedRevision()
                        .map(it -> Attempt.setOut(input, it))
                        .orElseGet(() -> Attempt.gone(input, hold.hash(), hold.since())))
                .filter(it -> input.judgedRevision().filter(input::isRestart).isEmpty());
    }

    /** A report had it on its way without a rollout: it is a restart, or its record is already written. */
    private boolean isKnownToBeNone() {
        return input.reportOn(input.judged())
                .filter(it -> it.phase() != Phase.Idle)
                .isPresent();
    }

    /** The baseline has changed to a revision that was not under way. */
    Optional<RolloutRecord> tookOver() {
        var before = input.baselineBefore().map(BaselineStatus::hash);
        return input.decision()
                .baseline()
                .filter(it -> !before.equals(Optional.of(it.hash())))
                .flatMap(it -> input.world().revision(it.hash()).flatMap(one -> tookOver(one, it)));
    }

    private Optional<RolloutRecord> tookOver(Revision revision, Baseline now) {
        var left = left(revision);
        if (left.isEmpty() && input.isRestart(revision) || isLatest(revision) && !input.enforced()) {
            return Optional.empty();
        }
        return Optional.of(left.map(it -> back(revision, it))
                .orElseGet(() -> input.enforced() && !now.unproven()
                        ? Attempt.setOut(input, revision).promoted()
                        : released(revision)));
    }

    private boolean isLatest(Revision revision) {
        return input.history().stream()
                .findFirst()
                .filter(it -> it.revision().equals(revision.hash()) && it.outcome() == RolloutOutcome.Released)
                .isPresent();
    }

    /**
     * The previous baseline, if this one is older. Leaving a revision that was itself a way back does not count as
     * going back.
     */
    private Optional<BaselineStatus> left(Revision revision) {
        return input.baselineBefore()
                .filter(it -> !revision.alike().contains(it.hash()))
                .filter(it -> revision.createdAt().isBefore(it.verifiedAt()) && isKnown(revision))
                .filter(it -> !toldSince(it.hash()).contains(revision.hash()))
                .filter(left -> input.history().stream()
                        .filter(it -> it.revision().equals(left.hash()))
                        .findFirst()
                        .filter(it -> it.rollbackOf() != null)
                        .isEmpty());
    }

    /** The records newer than that of the revision; none if it has no record. */
    private List<String> toldSince(String hash) {
        var told = input.history().stream().map(RolloutRecord::revision).toList();
        return told.subList(0, Math.max(0, told.indexOf(hash)));
    }

    /** The revision is known, or the one that it restarts. */
    private boolean isKnown(Revision revision) {
        return Stream.concat(Stream.of(revision.hash()), revision.alike().stream())
                .anyMatch(hash -> input.verifiedBefore(hash)
                        || input.history().stream().anyMatch(it -> it.revision().equals(hash)));
    }

    private RolloutRecord back(Revision revision, BaselineStatus left) {
        return RolloutRecordBuilder.about(revision.hash(), revision.origin(), input.now(), false)
                .heading(
                        input.enforced() ? RolloutOutcome.Promoted : RolloutOutcome.Released,
                        "Somebody went back to it from revision %s.".formatted(left.hash()))
                .undoing(left.hash())
                .scored(input.score())
                .finished(input.now())
                .written();
    }

    private RolloutRecord released(Revision revision) {
        return RolloutRecordBuilder.of(Attempt.setOut(input, revision).record())
                .heading(RolloutOutcome.Released, "It took over; no policy enforces a gate here.")
                .scored(input.score())
                .finished(input.now())
                .written();
    }

    /**
     * Revisions declared and replaced between two reconciliations. Older ones are recorded already, or existed
     * before the operator.
     */
    List<RolloutRecord> superseded(List<RolloutRecord> told) {
        var current = input.world().current();
        if (!input.enforced() || current.isEmpty()) {
            return List.of();
        }
        var lastKnown = Attempt.lastKnown(input);
        return input.world().revisions().stream()
                .filter(it ->
                        it.number() < newest(current.get()) && !it.createdAt().isBefore(lastKnown))
                .filter(it -> !it.hash().equals(input.judged()) && !input.verifiedBefore(it.hash()))
                .filter(it -> !input.isRestart(it) && !isTold(it, told))
                .sorted(Comparator.comparingLong(Revision::number))
                .map(it -> RolloutRecordBuilder.about(it.hash(), it.origin(), it.createdAt(), true)
                        .heading(
                                RolloutOutcome.Superseded,
                                "Revision %s came before it was looked at.".formatted(input.judged()))
                        .finished(input.now())
                        .written())
                .toList();
    }

    /** A template at gate Start has no number yet: it is newer than all that have one. */
    private static long newest(Revision current) {
        return current.isMade() ? current.number() : Long.MAX_VALUE;
    }

    /** Recorded under its hash, or by its images under its pending name. */
    private boolean isTold(Revision revision, List<RolloutRecord> told) {
        var all = Stream.of(told.stream(), input.history().stream(), input.underWayBefore().stream())
                .flatMap(it -> it)
                .collect(Collectors.toSet());
        return isNamed(revision, all)
                || told.stream()
                        .filter(it -> StartHoldMark.names(it.revision()))
                        .anyMatch(it -> it.images().equals(revision.images()));
    }

    private static boolean isNamed(Revision revision, Set<RolloutRecord> all) {
        return all.stream()
                .anyMatch(it -> it.revision().equals(revision.hash())
                        || revision.alike().contains(it.revision()));
    }
}
