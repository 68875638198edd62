package dev.readygate.controller;

import dev.readygate.api.v1alpha1.Mode;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.cluster.Leftovers;
import dev.readygate.cluster.PolicyStatuses;
import dev.readygate.cluster.Reports;
import dev.readygate.cluster.WatchScope;
import dev.readygate.facts.Enforcement;
import dev.readygate.status.PolicyComposer;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.quarkiverse.operatorsdk.runtime.api.ConfigurableReconciler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Sums up the reports of a policy's Deployments, and says whether the API server enforces it. */
@ControllerConfiguration(name = "policies")
public class PolicyReconciler implements Reconciler<ReadinessPolicy>, ConfigurableReconciler<ReadinessPolicy> {
    private final Reports reports;
    private final Enforcing enforcing;
    private final PolicyStatuses statuses;
    private final Surroundings around;

    public PolicyReconciler(Reports reports, Enforcing enforcing, PolicyStatuses statuses, Surroundings around) {
        this.reports = reports;
        this.enforcing = enforcing;
        this.statuses = statuses;
        this.around = around;
    }

    /** Whether the books are enforced, and keeping them tidy. */
    public record Enforcing(Trials trials, Leftovers leftovers) {}

    public record Surroundings(Switchboard switchboard, WatchScope scope, Caches caches, InstantSource clock) {}

    @Override
    public void updateConfigurationFrom(ControllerConfigurationOverrider<ReadinessPolicy> configuration) {
        configuration.withRetry(Retries.patient());
        if (!around.scope().everywhere()) {
            configuration.settingNamespaces(Set.copyOf(around.scope().namespaces()));
        }
    }

    @Override
    public List<EventSource<?, ReadinessPolicy>> prepareEventSources(EventSourceContext<ReadinessPolicy> context) {
        var wakeUps = new WakeUps<ReadinessPolicy>("reports", around.caches()::start);
        around.switchboard().connectPolicies(wakeUps);
        return List.of(wakeUps);
    }

    @Override
    public UpdateControl<ReadinessPolicy> reconcile(ReadinessPolicy policy, Context<ReadinessPolicy> context) {
        var now = around.clock().instant();
        var trial = trial(policy, now);
        var previous = statuses.latest(policy);
        var status = new PolicyComposer(
                        policy.getSpec(),
                        policy.getMetadata().getGeneration(),
                        reportsOf(policy),
                        trial.enforcement(),
                        previous)
                .compose(now);
        if (!previous.equals(Optional.of(status))) {
            statuses.write(policy, status);
        }
        return trial.tryAgainIn()
                .map(it -> UpdateControl.<ReadinessPolicy>noUpdate().rescheduleAfter(it))
                .orElseGet(UpdateControl::noUpdate);
    }

    /** What holds nothing is not tried. */
    private Trials.Answer trial(ReadinessPolicy policy, Instant now) {
        return policy.getSpec().mode() == Mode.Enforce
                ? tryAndTidy(policy.getMetadata().getNamespace(), now)
                : new Trials.Answer(new Enforcement.Untried("nothing is to be enforced"), Optional.empty());
    }

    /** Tidied once the trial has succeeded twice: by then the caches have all there is. */
    private Trials.Answer tryAndTidy(String namespace, Instant now) {
        var answer = enforcing.trials().of(namespace, now);
        if (answer.enforcement() instanceof Enforcement.Confirmed) {
            enforcing.leftovers().sweep(namespace, it -> around.switchboard().knows(namespace, it));
        }
        return answer;
    }

    private List<ReadinessReportStatus> reportsOf(ReadinessPolicy policy) {
        return reports.in(policy.getMetadata().getNamespace())
                .map(ReadinessReport::getStatus)
                .filter(Objects::nonNull)
                .filter(it -> it.policies().stream()
                        .anyMatch(ref -> ref.name().equals(policy.getMetadata().getName())))
                .toList();
    }
}
