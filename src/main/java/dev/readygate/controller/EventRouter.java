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

/** From something that changed to whoever has to look again: the touched Deployment only, and the policies above it. */
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

    /** @param summed told the name of a cluster policy that has to be summed up */
    void connectPlatform(Consumer<String> summed) {
        platform = Optional.of(summed);
    }

    /** @param changed told when something happened that gate Admit may depend on */
    void connectAdmissions(Runnable changed) {
        admissions = Optional.of(changed);
    }

    @Override
    public void stated() {
        admissions.ifPresent(Runnable::run);
    }

    /** An admission policy of ours is not what it was. */
    public void guardChanged() {
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

    /** Whom a policy met before has to be let go as well. */
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

    /** What a policy sums up has changed, or it has gained or lost a Deployment. A report somebody deleted is due again. */
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
