package dev.readygate.status;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
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
}
