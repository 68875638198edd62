package dev.readygate.status;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.checks.Finding;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Readings;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Statements;
import dev.readygate.facts.Workload;
import dev.readygate.gate.Decision;
import dev.readygate.gate.GateProgress;
import dev.readygate.policy.EffectivePolicy;
import dev.readygate.policy.Policy;
import dev.readygate.policy.Resolving;
import dev.readygate.policy.Standards;
import dev.readygate.score.Weighing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report of a Deployment that is only observed, from its policy and some findings. */
record Composed(ReadinessPolicySpec policy, long generation, Duration after, Optional<ReadinessReportStatus> previous) {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static Composed first(ReadinessPolicySpec policy) {
        return new Composed(policy, 1, Duration.ZERO, Optional.empty());
    }

    Composed then(ReadinessReportStatus before, Duration later) {
        return new Composed(policy, generation, later, Optional.of(before));
    }

    Composed changed() {
        return new Composed(policy, generation + 1, after, previous);
    }

    ReadinessReportStatus of(List<Finding> findings) {
        return ReportComposer.compose(report(findings));
    }

    Report report(List<Finding> findings) {
        var agreement = EffectivePolicy.of(List.of(Resolving.of(
                new Policy(new PolicyRef("ReadinessPolicy", "shop", generation), "p-1", NOON, policy),
                Standards.NONE)));
        var standing = new Decision.Standing(ReadyReason.Observed, "Scored only.", "");
        var decision = new Decision(
                false,
                Phase.Idle,
                Optional.empty(),
                standing,
                findings,
                List.of(),
                List.of(),
                GateProgress.NONE,
                Optional.empty());
        return new Report(world(), agreement, decision, new Weighing(agreement).score(findings), previous);
    }

    Snapshot world() {
        var workload = new Workload(
                new DeploymentRef("shop", "cart", "uid"),
                "7",
                NOON,
                Map.of(),
                new Workload.Desired(3, false, 0, 1, false),
                new Workload.Observed(true, 1, 3, 3, 3, Optional.empty()),
                Optional.empty());
        return new Snapshot(
                NOON.plus(after), workload, List.of(), List.of(), Optional.empty(), Readings.NONE, Statements.NONE);
    }
}
