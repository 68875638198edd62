package dev.readygate.history;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.api.v1alpha1.RolloutRecord.GateMinutes;
import dev.readygate.api.v1alpha1.RolloutRecord.RolloutOutcome;
import dev.readygate.facts.Origin;
import java.time.Instant;
import java.util.Optional;

/** Builds a record. */
final class RolloutRecordBuilder {
    private final RolloutRecord before;
    private String revision;
    private RolloutOutcome outcome;
    private Instant finished;
    private GateMinutes minutes;
    private String why;
    private Instant committed;
    private String rollbackTo;
    private String rollbackOf;
    private Integer score;
    private Instant servedSince;
    private Gate failedAt;
    private Instant recovered;

    private RolloutRecordBuilder(RolloutRecord before) {
        this.before = before;
        revision = before.revision();
        outcome = before.outcome();
        finished = before.finished();
        minutes = before.minutes();
        why = before.why();
        committed = before.committed();
        rollbackTo = before.rollbackTo();
        rollbackOf = before.rollbackOf();
        score = before.score();
        servedSince = before.servedSince();
        failedAt = before.failedAt();
        recovered = before.recovered();
    }

    static RolloutRecordBuilder of(RolloutRecord before) {
        return new RolloutRecordBuilder(before);
    }

    /** @param inferred the operator did not run when it happened */
    static RolloutRecordBuilder about(String revision, Origin origin, Instant started, boolean inferred) {
        var particulars = origin.particulars();
        return new RolloutRecordBuilder(new RolloutRecord(
                revision,
                null,
                origin.appliedBy().orElse(null),
                started,
                null,
                null,
                null,
                origin.images(),
                origin.version().orElse(null),
                origin.commit().orElse(null),
                particulars.committed().orElse(null),
                particulars.environment().orElse(null),
                null,
                null,
                null,
                null,
                null,
                null,
                particulars.unplanned(),
                inferred));
    }

    RolloutRecordBuilder called(String hash) {
        revision = hash;
        return this;
    }

    /** Sets the outcome and its reason. */
    RolloutRecordBuilder heading(RolloutOutcome how, String because) {
        outcome = how;
        why = because;
        return this;
    }

    RolloutRecordBuilder finished(Instant when) {
        finished = when;
        return this;
    }

    /** Sets only values that are not known yet: during a withdrawal, fewer and fewer facts are left. */
    RolloutRecordBuilder passed(GateTimings way, Optional<Instant> traffic) {
        minutes = minutes == null ? way.minutes() : minutes;
        failedAt = failedAt == null ? way.failedAt().orElse(null) : failedAt;
        servedSince = servedSince == null ? traffic.orElse(null) : servedSince;
        return this;
    }

    /** Sets the gate if no gate has state Failed, because it has no check there. */
    RolloutRecordBuilder failedAt(Gate gate) {
        failedAt = failedAt == null ? gate : failedAt;
        return this;
    }

    /** A promoted revision did not fail, even if it failed for a while. */
    RolloutRecordBuilder forgiven() {
        failedAt = null;
        return this;
    }

    RolloutRecordBuilder scored(Optional<Integer> then) {
        score = score == null ? then.orElse(null) : score;
        return this;
    }

    RolloutRecordBuilder committed(Optional<Instant> when) {
        committed = committed == null ? when.orElse(null) : committed;
        return this;
    }

    RolloutRecordBuilder backTo(Optional<String> good) {
        rollbackTo = good.orElse(null);
        return this;
    }

    RolloutRecordBuilder undoing(String left) {
        rollbackOf = left;
        return this;
    }

    RolloutRecordBuilder recovered(Instant when) {
        recovered = when;
        return this;
    }

    RolloutRecord written() {
        return new RolloutRecord(
                revision,
                outcome,
                before.by(),
                before.started(),
                finished,
                minutes,
                why,
                before.images(),
                before.version(),
                before.commit(),
                committed,
                before.environment(),
                rollbackTo,
                rollbackOf,
                score,
                servedSince,
                failedAt,
                recovered,
                before.rework(),
                before.inferred());
    }
}
