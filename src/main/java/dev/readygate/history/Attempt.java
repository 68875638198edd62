package dev.readygate.history;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.Condition;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.api.v1alpha1.RolloutRecord.RolloutOutcome;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Particulars;
import dev.readygate.facts.Revision;
import dev.readygate.facts.StartHoldMark;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The rollout under way: when it began, its name, and how it ends. */
record Attempt(HistoryInput input, RolloutRecord record) {

    /**
     * A rollout seen for the first time. It begins with the creation of its ReplicaSet, unless an earlier rollout
     * used that.
     */
    static Attempt setOut(HistoryInput input, Revision revision) {
        return new Attempt(
                input,
                RolloutRecordBuilder.about(
                                revision.hash(), origin(input, revision.origin()), begin(input, revision), false)
                        .written());
    }

    /** A rollout whose ReplicaSet is gone; only the declared template is left. */
    static Attempt gone(HistoryInput input, String hash, Instant since) {
        var declared = input.world().workload().declared();
        return new Attempt(
                input,
                RolloutRecordBuilder.about(hash, origin(input, declared), since, false)
                        .written());
    }

    /** The environment is that of the Deployment; the revision's is used only without it. */
    private static Origin origin(HistoryInput input, Origin origin) {
        var own = origin.particulars();
        var place = input.world().workload().declared().particulars().environment();
        return origin.noted(
                new Particulars(own.version(), own.committed(), place.or(own::environment), own.unplanned()));
    }

    private static Instant begin(HistoryInput input, Revision revision) {
        return Optional.of(revision.createdAt())
                .filter(_ -> revision.isMade())
                .filter(it -> it.isBefore(input.now()) && !it.isBefore(lastKnown(input)))
                .orElseGet(input::now);
    }

    /** The latest time in the records: older events are recorded already. */
    static Instant lastKnown(HistoryInput input) {
        var baseline = input.baselineBefore().map(BaselineStatus::verifiedAt);
        var told = Stream.concat(input.underWayBefore().stream(), input.history().stream())
                .flatMap(it -> Stream.of(it.started(), it.finished()))
                .filter(Objects::nonNull);
        return Stream.concat(baseline.stream(), told).max(Instant::compareTo).orElse(Instant.MIN);
    }

    /** The attempt under its current name, if it is about the judged revision. */
    Attempt named() {
        return input.judgedRevision()
                .filter(this::is)
                .map(it -> new Attempt(
                        input, RolloutRecordBuilder.of(record).called(it.hash()).written()))
                .orElse(this);
    }

    private boolean is(Revision judged) {
        return judged.alike().contains(record.revision())
                || StartHoldMark.names(record.revision())
                        && judged.isMade()
                        && !input.verifiedBefore(judged.hash())
                        && judged.images().equals(record.images());
    }

    boolean isAbout(String hash) {
        return record.revision().equals(hash);
    }

    boolean isTakenBack() {
        return record.outcome() != null;
    }

    /** It is being withdrawn or rolled back: records its facts now, because later fewer of them are known. */
    Attempt takenBack() {
        var how = input.decision().phase() == Phase.Restoring
                ? RolloutOutcome.Restored
                : Optional.ofNullable(record.outcome()).orElse(RolloutOutcome.Withdrawn);
        return new Attempt(
                input,
                seen(RolloutRecordBuilder.of(record).heading(how, why()).scored(input.score()))
                        .failedAt(StartHoldMark.names(record.revision()) ? Gate.Start : Gate.Serve)
                        .backTo(input.decision().baseline().map(Baseline::hash))
                        .written());
    }

    private String why() {
        return Optional.ofNullable(record.why())
                .orElse(input.decision().standing().sentence());
    }

    private RolloutRecordBuilder seen(RolloutRecordBuilder page) {
        return page.passed(way(), new Traffic(input, record.revision()).since());
    }

    private GateTimings way() {
        return new GateTimings(input.gates(record.revision()), record.started(), input.now());
    }

    RolloutRecord promoted() {
        var commit = input.world().revision(record.revision()).flatMap(it -> Committed.of(input.world(), it));
        return seen(RolloutRecordBuilder.of(record)
                        .heading(RolloutOutcome.Promoted, "It passed its checks." + letThrough()))
                .forgiven()
                .scored(input.score())
                .committed(commit)
                .finished(input.now())
                .written();
    }

    private String letThrough() {
        var wishes = input.world().workload().wishes();
        return wishes.proceeds(record.revision()) ? " Let through by %s.".formatted(wishes.decider()) : "";
    }

    /** Its pods are gone: a good revision serves alone again. */
    RolloutRecord removed() {
        var page = seen(RolloutRecordBuilder.of(record)).finished(input.now());
        return record.served() || new Traffic(input, record.revision()).since().isPresent()
                ? page.recovered(input.now()).written()
                : page.written();
    }

    /** A rollout superseded during its withdrawal or rollback keeps that outcome, unless a user contested it. */
    RolloutRecord superseded(String by) {
        boolean contested =
                input.before().filter(it -> it.phase() == Phase.Stay).isPresent();
        var outcome = isTakenBack() && !contested ? record.outcome() : RolloutOutcome.Superseded;
        return ended(
                outcome,
                reason().map(it -> "%s It had failed: %s".formatted(by, it)).orElse(by));
    }

    private Optional<String> reason() {
        boolean failed = way().failedAt().isPresent();
        return Optional.ofNullable(record.why())
                .or(() -> input.reportOn(record.revision()).filter(_ -> failed).stream()
                        .flatMap(it -> it.conditions().stream())
                        .filter(it -> it.type().equals("Ready"))
                        .map(Condition::message)
                        .findFirst());
    }

    RolloutRecord released() {
        return ended(RolloutOutcome.Released, "No policy enforces a gate any more.");
    }

    private RolloutRecord ended(RolloutOutcome how, String why) {
        var score = input.reportOn(record.revision()).map(ReadinessReportStatus::score);
        return seen(RolloutRecordBuilder.of(record).heading(how, why))
                .scored(score)
                .finished(input.now())
                .written();
    }
}
