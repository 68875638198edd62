package dev.readygate.controller;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.checks.WantedBy;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Wanted;
import dev.readygate.gate.Decision;
import dev.readygate.gate.Rulebook;
import dev.readygate.gate.Rules;
import dev.readygate.score.Weighing;
import dev.readygate.status.Report;
import java.util.List;
import java.util.Optional;

/** The policies that meet one Deployment, and what they ask together. */
record Governance(List<ReadinessPolicy> policies, List<CheckSpec> checks) {

    static Governance of(List<ReadinessPolicy> policies) {
        return new Governance(policies, Rulebook.checks(specs(policies)));
    }

    boolean isNone() {
        return policies.isEmpty();
    }

    Rules rules() {
        return Rulebook.of(specs(policies));
    }

    Wanted wanted(DeploymentRef ref) {
        return WantedBy.checks(checks, ref);
    }

    Report report(Snapshot world, Decision decision, Optional<ReadinessReportStatus> previous) {
        var weighing = new Weighing(specs(policies), checks);
        var card = weighing.score(decision.findings());
        return new Report(world, new Report.Governance(refs(), checks, weighing.scoring()), decision, card, previous);
    }

    private List<PolicyRef> refs() {
        return policies.stream()
                .map(it -> new PolicyRef(
                        it.getKind(),
                        it.getMetadata().getName(),
                        it.getMetadata().getGeneration()))
                .toList();
    }

    private static List<ReadinessPolicySpec> specs(List<ReadinessPolicy> policies) {
        return policies.stream().map(ReadinessPolicy::getSpec).toList();
    }
}
