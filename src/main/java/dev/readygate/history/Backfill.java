package dev.readygate.history;

import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.api.v1alpha1.RolloutRecord.RolloutOutcome;
import dev.readygate.facts.Revision;
import java.util.Comparator;
import java.util.List;

/** Records of the time before the operator, inferred from ReplicaSets. They count in no delivery number. */
final class Backfill {
    private Backfill() {}

    static List<RolloutRecord> of(HistoryInput input) {
        return input.world().revisions().stream()
                .filter(it -> !input.isOnTheWay() || !it.hash().equals(input.judged()))
                .sorted(Comparator.comparingLong(Revision::number).reversed())
                .map(Backfill::inferred)
                .toList();
    }

    private static RolloutRecord inferred(Revision revision) {
        return RolloutRecordBuilder.about(revision.hash(), revision.origin(), revision.createdAt(), true)
                .heading(
                        RolloutOutcome.Released,
                        "Inferred from its ReplicaSet, number %d: it was there before Readygate."
                                .formatted(revision.number()))
                .written();
    }
}
