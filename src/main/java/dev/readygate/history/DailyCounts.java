package dev.readygate.history;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.api.v1alpha1.RolloutRecord.RolloutOutcome;
import dev.readygate.dora.DoraNumbers;
import dev.readygate.facts.Delivered.Day;
import dev.readygate.facts.Delivered.RolloutCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts the rollouts that ended, on their day. Inferred ones do not count. */
public record DailyCounts(HistoryInput input, RolloutHistory rollouts) {
    /** The number of times kept per day for the medians; the counts are always exact. */
    private static final int MOST_TIMES = 20;

    /** The newest first, and none older than the longest window of the delivery numbers. */
    public List<Day> days(List<Day> before) {
        var today = LocalDate.ofInstant(input.world().at(), ZoneOffset.UTC);
        var first = today.minusDays(DoraNumbers.LONGEST.toDays());
        var older = before.stream()
                .filter(it -> !it.day().equals(today) && it.day().isAfter(first))
                .toList();
        var known = before.stream().filter(it -> it.day().equals(today)).findFirst();
        return Stream.concat(today(today, known).stream(), older.stream()).toList();
    }

    private Optional<Day> today(LocalDate today, Optional<Day> known) {
        var nothing = new Day(today, RolloutCounts.NONE, List.of(), List.of(), List.of());
        var before = known.orElse(nothing);
        var outcomes = counted().stream().map(this::outcome).reduce(before.outcomes(), RolloutCounts::plus);
        var day = new Day(
                today,
                outcomes,
                with(before.leadTimes(), leadTimes()),
                with(before.recoveries(), recoveries()),
                with(before.rollbacks(), rollbacks()));
        return day.equals(nothing) ? Optional.empty() : Optional.of(day);
    }

    private List<RolloutRecord> counted() {
        return rollouts.news().stream().filter(it -> !it.inferred()).toList();
    }

    private RolloutCounts outcome(RolloutRecord ended) {
        if (isDeployment(ended)) {
            return new RolloutCounts(1, 0, 0, 0, ended.rework() ? 1 : 0);
        }
        if (ended.failedAt() != null) {
            return ended.served() ? new RolloutCounts(0, 1, 0, 0, 0) : new RolloutCounts(0, 0, 0, 1, 0);
        }
        return isUndoing(ended) ? new RolloutCounts(0, 0, 1, 0, 0) : RolloutCounts.NONE;
    }

    private static boolean isDeployment(RolloutRecord ended) {
        return ended.outcome() == RolloutOutcome.Promoted && ended.rollbackOf() == null;
    }

    /** A user went back from a verified revision; a baseline that only ran when the operator came does not count. */
    private boolean isUndoing(RolloutRecord ended) {
        return ended.outcome() == RolloutOutcome.Promoted
                && input.baselineBefore()
                        .filter(it -> it.hash().equals(ended.rollbackOf()))
                        .filter(it -> !it.unproven())
                        .isPresent();
    }

    private Stream<Long> leadTimes() {
        return counted().stream()
                .filter(DailyCounts::isDeployment)
                .filter(it -> it.committed() != null && !it.committed().isAfter(it.finished()))
                .map(it -> seconds(it.committed(), it.finished()));
    }

    private Stream<Long> recoveries() {
        var failed = Stream.concat(counted().stream(), rollouts.recovered().stream())
                .filter(it -> it.served() && it.recovered() != null)
                .map(it -> seconds(it.servedSince(), it.recovered()));
        return Stream.concat(failed, undone());
    }

    /** The hold has the time of the decision, also after a restart. What took no traffic has none to give back. */
    private Stream<Long> rollbacks() {
        return counted().stream()
                .filter(it -> it.outcome() == RolloutOutcome.Withdrawn || it.outcome() == RolloutOutcome.Restored)
                .filter(it -> it.served() && it.recovered() != null)
                .flatMap(it -> input.hold(it.revision()).map(hold -> seconds(hold.since(), it.recovered())).stream());
    }

    private Stream<Long> undone() {
        return counted().stream()
                .filter(this::isUndoing)
                .flatMap(back -> exposed(back.rollbackOf()).stream().map(it -> seconds(it, back.finished())));
    }

    private Optional<Instant> exposed(String hash) {
        return input.history().stream()
                .filter(it -> it.revision().equals(hash) && it.served())
                .findFirst()
                .map(RolloutRecord::servedSince)
                .or(() -> input.baselineBefore().map(BaselineStatus::verifiedAt));
    }

    private static long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }

    private static List<Long> with(List<Long> before, Stream<Long> more) {
        var all = new ArrayList<>(before);
        more.forEach(all::add);
        return all.stream().limit(MOST_TIMES).toList();
    }
}
