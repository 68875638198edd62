package dev.readygate.status;

import dev.readygate.api.v1alpha1.AttemptStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision;
import dev.readygate.policy.RolloutTerms;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns a decision into the status of a report. The only place that sets Ready on a report. */
public final class ReportComposer {
    private final Report report;
    private final Decision decision;
    private final Optional<ReadinessReportStatus> previous;

    private ReportComposer(Report report) {
        this.report = report;
        this.decision = report.decision();
        this.previous = report.previous();
    }

    public static ReadinessReportStatus compose(Report report) {
        return new ReportComposer(report).status();
    }

    private ReadinessReportStatus status() {
        var card = report.card();
        var steady = SmoothedGrade.of(report);
        var lines = CheckLines.of(report);
        var actions = lines.actions();
        var recorded = Recorded.of(report);
        var scores = ScoreLines.of(report);
        return new ReadinessReportStatus(
                ReportConditions.GENERATION,
                report.world().workload().generation(),
                floor(card.score()),
                (int) Math.floor(card.coverage()),
                steady.grade().value().orElse(null),
                steady.verdict().value(),
                steady.grade().since(),
                steady.verdict().since(),
                report.agreement().scoring(),
                decision.phase(),
                CheckLines.nullIfEmpty(decision.standing().waitingOn()),
                JudgedRevision.of(report).orElse(null),
                decision.baseline().map(it -> BaselineLine.of(report, it)).orElse(null),
                report.agreement().refs(),
                decision.progress().gates(),
                decision.progress().steps(),
                attempt(),
                CategoryLines.of(report),
                lines.results(),
                actions,
                Risks.of(report),
                SloLines.of(report),
                KnownIssues.of(report),
                recorded.rollouts().underWay().orElse(null),
                recorded.rollouts().history(),
                scores.floors(),
                scores.told(),
                recorded.deliveries(),
                recorded.dora(),
                Warnings.of(report),
                new Reviews(report, actions).next().orElse(null),
                ReportConditions.of(report));
    }

    /** For display only, and rounded down: 89.9 is shown as 89. */
    static Integer floor(OptionalDouble score) {
        return score.isPresent() ? (int) Math.floor(score.getAsDouble()) : null;
    }

    /** The terms from the beginning of the rollout, kept as long as it is on its way. */
    private AttemptStatus attempt() {
        var hash = onItsWay();
        return decision.phase().isOnTheWay() && !hash.isEmpty()
                ? previous.map(ReadinessReportStatus::attempt)
                        .filter(it -> it.revision().equals(hash))
                        .orElseGet(() -> RolloutTerms.of(report.agreement()).about(hash))
                : null;
    }

    /** The revision on its way; at zero replicas the decision shows no progress. */
    private String onItsWay() {
        var shown = decision.progress().hash();
        return shown.isEmpty() ? report.world().current().map(Revision::hash).orElse("") : shown;
    }
}
