package dev.readygate.status;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.Scoring;
import dev.readygate.facts.Snapshot;
import dev.readygate.gate.Decision;
import dev.readygate.score.Scorecard;
import java.util.List;
import java.util.Optional;

/** Everything one report is made of. */
public record Report(
        Snapshot world,
        Governance governance,
        Decision decision,
        Scorecard card,
        Optional<ReadinessReportStatus> previous) {

    public Report {
        requireNonNull(world, "world");
        requireNonNull(governance, "governance");
        requireNonNull(decision, "decision");
        requireNonNull(card, "card");
        requireNonNull(previous, "previous");
    }

    /** Which policies ask which checks, and what they make of the answers. */
    public record Governance(List<PolicyRef> policies, List<CheckSpec> checks, Scoring scoring) {
        public Governance {
            requireNonNull(scoring, "scoring");
            policies = List.copyOf(policies);
            checks = List.copyOf(checks);
        }
    }
}
