package dev.readygate.controller;

import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.cluster.ClusterObserver;
import dev.readygate.cluster.Selection;
import dev.readygate.cluster.Waker;
import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.Cache;
import java.util.Optional;
import java.util.stream.Stream;

/** From something that changed to whoever has to look again: the touched Deployment only, and the policies above it. */
public final class Switchboard implements Waker {
    private volatile Optional<WakeUps<Deployment>> rollouts = Optional.empty();
    private volatile Optional<WakeUps<ReadinessPolicy>> policies = Optional.empty();
    private volatile Optional<Cache<Deployment>> deployments = Optional.empty();

    void connectRollouts(WakeUps<Deployment> wakeUps, Cache<Deployment> known) {
        rollouts = Optional.of(wakeUps);
        deployments = Optional.of(known);
    }

    void connectPolicies(WakeUps<ReadinessPolicy> wakeUps) {
        policies = Optional.of(wakeUps);
    }

    @Override
    public void wake(String namespace, String deployment) {
        rollouts.ifPresent(it -> it.wake(namespace, deployment));
    }

    boolean knows(String namespace, String deployment) {
        return deployments
                .flatMap(it -> it.get(new ResourceID(deployment, namespace)))
                .isPresent();
    }

    public void answered(DeploymentRef ref) {
        wake(ref.namespace(), ref.name());
    }

    /** Whom it met before has to be let go as well. */
    public void policyChanged(ReadinessPolicy before, ReadinessPolicy after) {
        if (before != null && after != null && before.getSpec().equals(after.getSpec())) {
            return;
        }
        Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .flatMap(this::met)
                .distinct()
                .forEach(it ->
                        wake(it.getMetadata().getNamespace(), it.getMetadata().getName()));
    }

    private Stream<Deployment> met(ReadinessPolicy policy) {
        var namespace = policy.getMetadata().getNamespace();
        var selection = Selection.of(policy.getSpec().selector());
        return deployments.stream()
                .flatMap(it -> it.list(one -> one.getMetadata().getNamespace().equals(namespace)))
                .filter(it -> selection.meets(ClusterObserver.labels(it)));
    }

    /** What a policy sums up has changed, or it has gained or lost a Deployment. A report somebody deleted is due again. */
    public void reportChanged(ReadinessReport before, ReadinessReport after) {
        var namespace = (after == null ? before : after).getMetadata().getNamespace();
        if (after == null) {
            wake(namespace, before.getMetadata().getName());
        }
        Stream.concat(policiesOf(before), policiesOf(after))
                .map(PolicyRef::name)
                .distinct()
                .forEach(name -> policies.ifPresent(it -> it.wake(namespace, name)));
    }

    private static Stream<PolicyRef> policiesOf(ReadinessReport report) {
        return Optional.ofNullable(report).map(ReadinessReport::getStatus).stream()
                .map(ReadinessReportStatus::policies)
                .flatMap(it -> it.stream());
    }
}
