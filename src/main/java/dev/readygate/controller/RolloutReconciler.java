package dev.readygate.controller;

import dev.readygate.cluster.facts.Trims;
import dev.readygate.cluster.kube.TrimmedStore;
import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.controller.PolicyReconciler.ReconcilerContext;
import dev.readygate.telemetry.Telemetry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.quarkiverse.operatorsdk.runtime.api.ConfigurableReconciler;
import java.util.List;
import java.util.Set;

/** The SDK's side of reconciling a Deployment. {@link Rollouts} does the work. */
@ControllerConfiguration(
        name = "rollouts",
        // A Deployment's status changes without its generation, and a deleted one has to be removed from the GateBook.
        generationAwareEventProcessing = false,
        triggerReconcilerOnAllEvents = true)
public class RolloutReconciler implements Reconciler<Deployment>, ConfigurableReconciler<Deployment> {
    private final Rollouts rollouts;
    private final EventRouter switchboard;
    private final WatchScope scope;
    private final Caches caches;
    private final Telemetry telemetry;
    private final KeyedLocks turns = new KeyedLocks();
    private final LooksAtOnce looks;

    public RolloutReconciler(Rollouts rollouts, ReconcilerContext around, LooksAtOnce looks, Telemetry telemetry) {
        this.rollouts = rollouts;
        this.switchboard = around.switchboard();
        this.scope = around.scope();
        this.caches = around.caches();
        this.looks = looks;
        this.telemetry = telemetry;
    }

    @Override
    public void updateConfigurationFrom(ControllerConfigurationOverrider<Deployment> configuration) {
        configuration.withRetry(Retries.patient());
        configuration.withItemStore(new TrimmedStore<>(Trims::deployment));
        if (!scope.everywhere()) {
            configuration.settingNamespaces(Set.copyOf(scope.namespaces()));
        }
    }

    @Override
    public List<EventSource<?, Deployment>> prepareEventSources(EventSourceContext<Deployment> context) {
        var wakeUps = new WakeUps<Deployment>("readings-and-relatives", caches::start);
        switchboard.connectRollouts(wakeUps, context.getPrimaryCache());
        return List.of(wakeUps);
    }

    @Override
    public UpdateControl<Deployment> reconcile(Deployment deployment, Context<Deployment> context) {
        var metadata = deployment.getMetadata();
        var namespace = metadata.getNamespace();
        var name = metadata.getName();
        if (context.isPrimaryResourceDeleted()) {
            looks.forget(namespace, name);
            return turns.take(namespace, name, () -> telemetry.reconciling(deployment, () -> forget(deployment)));
        }
        return looks.take(
                namespace,
                name,
                () -> turns.take(namespace, name, () -> telemetry.reconciling(deployment, () -> look(deployment))),
                LookAgain::in);
    }

    private UpdateControl<Deployment> forget(Deployment deployment) {
        rollouts.forget(deployment);
        return UpdateControl.noUpdate();
    }

    private UpdateControl<Deployment> look(Deployment deployment) {
        return LookAgain.in(rollouts.look(deployment));
    }
}
