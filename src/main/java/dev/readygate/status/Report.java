package dev.readygate.status;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RevisionStatus;
import dev.readygate.facts.Snapshot;
import dev.readygate.gate.Decision;
import dev.readygate.policy.EffectivePolicy;
import dev.readygate.score.Scorecard;
import java.util.Optional;

/** The input of one report. */
public record Report(
        Snapshot world,
        EffectivePolicy agreement,
        Decision decision,
        Scorecard card,
        Optional<ReadinessReportStatus> previous) {

    public Report {
        requireNonNull(world, "world");
        requireNonNull(agreement, "agreement");
        requireNonNull(decision, "decision");
        requireNonNull(card, "card");
        requireNonNull(previous, "previous");
    }

    /** The previous report, if it is about the same revision. */
    Optional<ReadinessReportStatus> previousOnTheRevision() {
        var now = hash(JudgedRevision.of(this));
        return previous.filter(it -> hash(Optional.ofNullable(it.revision())).equals(now));
    }

    private static Optional<String> hash(Optional<RevisionStatus> revision) {
        return revision.map(RevisionStatus::hash);
    }
}
