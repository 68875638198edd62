package dev.readygate.controller;

import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicyStatus;
import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.cluster.policy.Policies;
import dev.readygate.policy.EffectivePolicy;
import dev.readygate.policy.Resolved;
import dev.readygate.status.PolicyComposer;
import dev.readygate.status.PolicyComposer.EnforcementState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** One policy and the reports of the Deployments it selects. */
record Summary(Resolved policy, List<ReadinessReport> reports) {

    static Summary of(Resolved policy, Stream<ReadinessReport> all) {
        return new Summary(
                policy,
                all.filter(it -> it.getStatus() != null)
                        .filter(it -> it.getStatus().policies().stream().anyMatch(ref -> isThe(policy, ref)))
                        .toList());
    }

    private static boolean isThe(Resolved policy, PolicyRef ref) {
        var own = policy.policy().ref();
        return own.kind().equals(ref.kind()) && own.name().equals(ref.name());
    }

    List<String> namespaces() {
        return reports.stream()
                .map(it -> it.getMetadata().getNamespace())
                .distinct()
                .toList();
    }

    ReadinessPolicyStatus status(
            Policies policies, EnforcementState standing, Optional<ReadinessPolicyStatus> previous, Instant now) {
        var statuses = reports.stream().map(ReadinessReport::getStatus).toList();
        return new PolicyComposer(policy, statuses, conflicts(policies), standing, previous).compose(now);
    }

    /**
     * The conflicts with other policies that select the same Deployments; a set of policies that many of them share
     * is resolved once.
     */
    private List<String> conflicts(Policies policies) {
        return reports.stream()
                .map(it -> new Company(it.getMetadata().getNamespace(), it.getStatus()))
                .filter(it -> it.refs().size() > 1)
                .distinct()
                .flatMap(it -> EffectivePolicy.of(it.resolved(policies))
                        .conflictsOf(policy.policy().ref())
                        .stream())
                .distinct()
                .toList();
    }

    private record Company(String namespace, List<PolicyRef> refs) {
        Company(String namespace, ReadinessReportStatus report) {
            this(namespace, report.policies());
        }

        List<Resolved> resolved(Policies policies) {
            return refs.stream()
                    .map(it -> policies.named(namespace, it).orElse(null))
                    .filter(Objects::nonNull)
                    .toList();
        }
    }
}
