package dev.readygate.controller;

import dev.readygate.api.v1alpha1.Mode;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.cluster.facts.Trims;
import dev.readygate.cluster.kube.TrimmedStore;
import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.cluster.policy.Policies;
import dev.readygate.cluster.policy.PolicyStatuses;
import dev.readygate.cluster.report.Reports;
import dev.readygate.cluster.write.StaleEntries;
import dev.readygate.facts.Enforcement;
import dev.readygate.signals.FairThreads;
import dev.readygate.status.PolicyComposer.EnforcementState;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.quarkiverse.operatorsdk.runtime.api.ConfigurableReconciler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sums up the reports of a policy's Deployments, and says whether the API server enforces it. */
@ControllerConfiguration(name = "policies")
public class PolicyReconciler implements Reconciler<ReadinessPolicy>, ConfigurableReconciler<ReadinessPolicy> {
    /** Two watches of the same objects differ by no more than that. */
    private static final Duration SEEN_SOON = Duration.ofMillis(50);

    private final Reports reports;
    private final Policies policies;
    private final Enforcing enforcing;
    private final PolicyStatuses statuses;
    private final FairThreads threads;
    private final ReconcilerContext around;
    private final LooksAtOnce looks;

    public PolicyReconciler(Summing summing, Enforcing enforcing, ReconcilerContext around, LooksAtOnce looks) {
        this.reports = summing.reports();
        this.policies = summing.policies();
        this.statuses = summing.statuses();
        this.threads = summing.threads();
        this.enforcing = enforcing;
        this.around = around;
        this.looks = looks;
    }

    /** The sources of a summary, its threads, and its destination. */
    public record Summing(Reports reports, Policies policies, PolicyStatuses statuses, FairThreads threads) {}

    /** Tries whether the GateBooks are enforced, and removes their stale entries. */
    public record Enforcing(EnforcementTrials trials, StaleEntries leftovers, Admissions admissions) {}

    public record ReconcilerContext(EventRouter switchboard, WatchScope scope, Caches caches, InstantSource clock) {}

    @Override
    public void updateConfigurationFrom(ControllerConfigurationOverrider<ReadinessPolicy> configuration) {
        configuration.withRetry(Retries.patient());
        configuration.withItemStore(new TrimmedStore<>(Trims::policyWithoutSpec));
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
        var metadata = policy.getMetadata();
        return looks.take(
                metadata.getNamespace(),
                policy.getKind() + "/" + metadata.getName(),
                () -> policies.seenAt(metadata).map(this::sumUp).orElseGet(() -> LookAgain.in(SEEN_SOON)),
                LookAgain::in);
    }

    private UpdateControl<ReadinessPolicy> sumUp(ReadinessPolicy policy) {
        var now = around.clock().instant();
        var trial = trial(policy, now);
        var previous = statuses.latest(policy);
        var namespace = policy.getMetadata().getNamespace();
        var resolved = policies.resolved(policy);
        var guarding = enforcing.admissions().standing(resolved, namespace);
        var standing = new EnforcementState(trial.enforcement(), guarding);
        var status = threads.of(
                namespace, () -> Summary.of(resolved, reports.in(namespace)).status(policies, standing, previous, now));
        if (!previous.equals(Optional.of(status))) {
            statuses.write(policy, status);
        }
        return LookAgain.in(trial.tryAgainIn());
    }

    /** Only a policy that enforces is tried. */
    private EnforcementTrials.TrialResult trial(ReadinessPolicy policy, Instant now) {
        return policy.getSpec().mode() == Mode.Enforce
                ? tryAndTidy(policy.getMetadata().getNamespace(), now)
                : new EnforcementTrials.TrialResult(
                        new Enforcement.Untried("nothing is to be enforced"), Optional.empty());
    }

    /** Stale entries are removed only after the trial has succeeded twice: by then the caches are complete. */
    private EnforcementTrials.TrialResult tryAndTidy(String namespace, Instant now) {
        var answer = enforcing.trials().of(namespace, now);
        if (answer.enforcement() instanceof Enforcement.Confirmed) {
            enforcing.leftovers().sweep(namespace, it -> around.switchboard().knows(namespace, it));
        }
        return answer;
    }
}
