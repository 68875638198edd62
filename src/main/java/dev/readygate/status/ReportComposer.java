package dev.readygate.status;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateState;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RevisionStatus;
import dev.readygate.facts.KnownGood;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision;
import dev.readygate.gate.Decision.Outlook;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Decision to status. The only place where Ready is set on a report. */
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
        var steady = Steadied.of(report);
        var lines = new CheckLines(report.governance().checks(), decision.findings());
        return new ReadinessReportStatus(
                ReportConditions.GENERATION,
                null,
                floor(card.score()),
                (int) Math.floor(card.coverage()),
                steady.grade().value().orElse(null),
                steady.verdict().value(),
                steady.grade().since(),
                steady.verdict().since(),
                report.governance().scoring(),
                decision.phase(),
                nullIfEmpty(decision.standing().waitingOn()),
                revision(),
                decision.baseline().map(this::baseline).orElse(null),
                report.governance().policies(),
                gates(),
                List.of(),
                CategoryLines.of(card),
                lines.results(),
                lines.actions(),
                List.of(),
                SloLines.of(report),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                ReportConditions.of(report));
    }

    /** For display only, and never in anybody's favour: 89.9 is shown as 89. */
    static Integer floor(OptionalDouble score) {
        return score.isPresent() ? (int) Math.floor(score.getAsDouble()) : null;
    }

    /** The declared revision; of one that was taken back, and so is gone, what was known of it before. */
    private RevisionStatus revision() {
        return report.world()
                .current()
                .map(ReportComposer::revision)
                .or(() -> previous.map(ReadinessReportStatus::revision))
                .orElse(null);
    }

    private static RevisionStatus revision(Revision revision) {
        var origin = revision.origin();
        return new RevisionStatus(
                revision.hash(),
                revision.name(),
                origin.images(),
                origin.digests(),
                origin.commit().orElse(null),
                origin.appliedBy().orElse(null));
    }

    private BaselineStatus baseline(KnownGood known) {
        var revision = report.world().revision(known.hash());
        var origin = revision.map(Revision::origin).orElse(Origin.of());
        return new BaselineStatus(
                known.hash(),
                revision.map(Revision::name).orElse(null),
                origin.images(),
                origin.digests(),
                origin.commit().orElse(null),
                origin.appliedBy().orElse(null),
                known.since().truncatedTo(ChronoUnit.SECONDS),
                null,
                known.unproven());
    }

    private List<GateStatus> gates() {
        boolean used = report.governance().checks().stream().anyMatch(it -> it.gate() == Gate.Serve);
        return used && decision.standing().outlook() != Outlook.Unjudged ? List.of(serve()) : List.of();
    }

    private GateStatus serve() {
        var state = serveState();
        return new GateStatus(
                Gate.Serve,
                state,
                since(state),
                null,
                nullIfEmpty(decision.standing().waitingOn()));
    }

    private GateState serveState() {
        return switch (decision.standing().outlook()) {
            case Verified, Unjudged -> GateState.Passed;
            case Progressing -> GateState.Held;
            case Stuck -> GateState.Failed;
        };
    }

    private Instant since(GateState state) {
        return previous.stream()
                .flatMap(it -> it.gates().stream())
                .filter(it -> it.gate() == Gate.Serve && it.state() == state)
                .map(GateStatus::since)
                .findFirst()
                .orElse(report.world().at().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
