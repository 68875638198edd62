package dev.readygate.controller;

import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.cluster.kube.Waker;
import dev.readygate.cluster.policy.PolicyListener;
import dev.readygate.cluster.policy.PolicyScope;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.policy.Policy;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.Cache;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Routes a change to the resources that must be reconciled: only the Deployment it touches, and the policies that
 * select it.
 */
public final class EventRouter implements Waker, PolicyListener {
    private volatile Optional<WakeUps<Deployment>> rollouts = Optional.empty();
    private volatile Optional<WakeUps<ReadinessPolicy>> policies = Optional.empty();
    private volatile Optional<Consumer<String>> platform = Optional.empty();
    private volatile Optional<Runnable> admissions = Optional.empty();
    private volatile Optional<Cache<Deployment>> deployments = Optional.empty();

    void connectRollouts(WakeUps<Deployment> wakeUps, Cache<Deployment> known) {
        rollouts = Optional.of(wakeUps);
        deployments = Optional.of(known);
    }

    void connectPolicies(WakeUps<ReadinessPolicy> wakeUps) {
        policies = Optional.of(wakeUps);
    }

    /** @param summed receives the name of a ClusterReadinessPolicy that has to be summed up */
    void connectPlatform(Consumer<String> summed) {
        platform = Optional.of(summed);
    }

    /** @param changed called on a change that gate Admit may depend on */
    void connectAdmissions(Runnable changed) {
        admissions = Optional.of(changed);
    }

    @Override
    public void stated() {
        admissions.ifPresent(Runnable::run);
    }

    /** A generated admission policy has changed. */
    public void compiledPolicyChanged() {
        admissions.ifPresent(Runnable::run);
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

    /** A Deployment that the policy no longer selects is reconciled too, because its holds must be released. */
    @Override
    public void touched(PolicyScope reach) {
        admissions.ifPresent(Runnable::run);
        deployments.stream()
                .flatMap(it -> it.list(reach::covers))
                .forEach(it ->
                        wake(it.getMetadata().getNamespace(), it.getMetadata().getName()));
    }

    @Override
    public void resummed(String namespace, PolicyRef policy) {
        if (policy.kind().equals(Policy.CLUSTER_KIND)) {
            platform.ifPresent(it -> it.accept(policy.name()));
        } else {
            policies.ifPresent(it -> it.wake(namespace, policy.name()));
        }
    }

    /**
     * A report of a policy has changed, or a policy has gained or lost a Deployment. A report that a user deleted
     * is written again.
     */
    public void reportChanged(ReadinessReport before, ReadinessReport after) {
        var namespace = (after == null ? before : after).getMetadata().getNamespace();
        if (after == null) {
            wake(namespace, before.getMetadata().getName());
        }
        Stream.concat(policiesOf(before), policiesOf(after))
                .map(it -> new PolicyRef(it.kind(), it.name(), null))
                .distinct()
                .forEach(it -> resummed(namespace, it));
    }

    private static Stream<PolicyRef> policiesOf(ReadinessReport report) {
        return Optional.ofNullable(report).map(ReadinessReport::getStatus).stream()
                .map(ReadinessReportStatus::policies)
                .flatMap(it -> it.stream());
    }
}
