package dev.readygate.history;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.Outlook;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RevisionStatus;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.api.v1alpha1.StepStatus;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Hold;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import dev.readygate.gate.Decision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One reconciliation of a Deployment: the previous report and the current decision.
 *
 * @param enforced whether a gate is enforced
 * @param score the displayed score
 */
public record HistoryInput(
        Optional<ReadinessReportStatus> before,
        Snapshot world,
        Decision decision,
        boolean enforced,
        Optional<Integer> score) {
    public HistoryInput {
        requireNonNull(before, "before");
        requireNonNull(world, "world");
        requireNonNull(decision, "decision");
        requireNonNull(score, "score");
        // A report that was created but never written remembers nothing.
        before = before.filter(it -> it.phase() != null);
    }

    Instant now() {
        return world.at().truncatedTo(ChronoUnit.SECONDS);
    }

    Optional<RolloutRecord> underWayBefore() {
        return before.map(ReadinessReportStatus::rollout);
    }

    List<RolloutRecord> history() {
        return before.map(ReadinessReportStatus::history).orElse(List.of());
    }

    Optional<BaselineStatus> baselineBefore() {
        return before.map(ReadinessReportStatus::baseline);
    }

    /** The revision that the decision is about, empty if there is none. */
    String judged() {
        var shown = decision.progress().hash();
        return shown.isEmpty() ? world.current().map(Revision::hash).orElse("") : shown;
    }

    Optional<Revision> judgedRevision() {
        return world.revision(judged());
    }

    /** A new revision waits at or passes a gate, or it is the first one. */
    boolean isOnTheWay() {
        boolean first = decision.phase() == Phase.Idle && decision.standing().outlook() == Outlook.Progressing;
        return enforced && !judged().isEmpty() && (decision.phase().isOnTheWay() || first);
    }

    boolean isTakenBack() {
        return decision.phase().isGoingBack();
    }

    /** The hold in the GateBook before this reconciliation. */
    Optional<Hold> hold(String hash) {
        return book().flatMap(BookEntry::hold).filter(it -> it.hash().equals(hash));
    }

    boolean verifiedBefore(String hash) {
        return baselineBefore().filter(it -> it.hash().equals(hash)).isPresent()
                || book().filter(it -> it.verifies(hash)).isPresent();
    }

    private Optional<BookEntry> book() {
        return world.book().filter(it -> it.uid().equals(world.workload().ref().uid()));
    }

    /** It has the template of a verified revision, apart from the mark of a restart, so it is no new rollout. */
    boolean isRestart(Revision revision) {
        return revision.alike().stream().anyMatch(this::verifiedBefore);
    }

    /** The states of its gates, from the decision, otherwise from the previous report. */
    List<GateStatus> gates(String hash) {
        return isShown(hash)
                ? decision.progress().gates()
                : reportOn(hash).map(ReadinessReportStatus::gates).orElse(List.of());
    }

    List<StepStatus> steps(String hash) {
        return isShown(hash)
                ? decision.progress().steps()
                : reportOn(hash).map(ReadinessReportStatus::steps).orElse(List.of());
    }

    private boolean isShown(String hash) {
        return decision.progress().hash().equals(hash);
    }

    /** The previous report, if it was about that revision. */
    Optional<ReadinessReportStatus> reportOn(String hash) {
        return before.filter(it -> Optional.ofNullable(it.revision())
                .map(RevisionStatus::hash)
                .filter(hash::equals)
                .isPresent());
    }

    static Optional<GateStatus> at(List<GateStatus> gates, Gate gate) {
        return gates.stream().filter(it -> it.gate() == gate).findFirst();
    }
}
