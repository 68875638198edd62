package dev.readygate.cluster.policy;

import dev.readygate.admit.CompiledPolicy.CompiledScope;
import dev.readygate.api.v1alpha1.ClusterReadinessPolicy;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.Selector;
import dev.readygate.cluster.facts.MemoryUse;
import dev.readygate.cluster.facts.Trims;
import dev.readygate.cluster.kube.MemoryShares;
import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.cluster.kube.Watched;
import dev.readygate.cluster.kube.Watched.View;
import dev.readygate.policy.Policy;
import dev.readygate.policy.Resolved;
import dev.readygate.policy.Selection;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All policies with their standards, and which of them govern a Deployment. */
public final class Policies implements AutoCloseable {
    private final Watched<ReadinessPolicy> policies;
    private final PlatformPolicies platform;
    private final WatchScope scope;
    private final PolicyListener listener;
    private final Resolutions resolutions = new Resolutions();

    public Policies(KubernetesClient client, WatchScope scope, PolicyListener listener, MemoryShares shares) {
        var view = new View<ReadinessPolicy>(
                Trims::policy, it -> List.of(it.getMetadata().getNamespace()), Optional.of(MemoryUse.policies(shares)));
        this.scope = scope;
        this.listener = listener;
        this.policies = Watched.of(scope.of(client.resources(ReadinessPolicy.class)), view, this::changed);
        this.platform = new PlatformPolicies(client, scope, listener, this::standardChanged);
    }

    public void start() {
        platform.start();
        policies.start();
    }

    public boolean fresh() {
        return policies.fresh() && platform.fresh();
    }

    /**
     * Policies whose selector matches the labels: cluster policies first, then the namespace's, each sorted by name.
     */
    public List<Resolved> meeting(String namespace, Map<String, String> labels) {
        var own = policies.by(namespace)
                .filter(this::counts)
                .filter(it -> Selection.of(it.getSpec().selector()).meets(labels))
                .sorted(Comparator.comparing(it -> it.getMetadata().getName()))
                .map(Policies::policy);
        return Stream.concat(platform.meeting(namespace, labels), own)
                .map(this::resolved)
                .toList();
    }

    /** Policies in an excluded namespace do not count, even if users may write them there. */
    private boolean counts(ReadinessPolicy policy) {
        var metadata = policy.getMetadata();
        return metadata.getDeletionTimestamp() == null && !scope.leftOut().contains(metadata.getNamespace());
    }

    /**
     * A policy and its scope.
     *
     * @param namespace the policy's namespace; empty for a cluster policy
     * @param example one of the namespaces in its scope, if there is one
     */
    public record PlacedPolicy(Resolved resolved, String namespace, CompiledScope where, Optional<String> example) {}

    /** The policy at this generation, which another cache has seen; empty until this cache has it too. */
    public Optional<ReadinessPolicy> seenAt(ObjectMeta metadata) {
        return policies.named(metadata.getNamespace(), metadata.getName())
                .filter(it -> it.getMetadata().getUid().equals(metadata.getUid()))
                .filter(it -> it.getMetadata().getGeneration().equals(metadata.getGeneration()));
    }

    /** All policies with their scopes. */
    public List<PlacedPolicy> placed() {
        var own = policies.all().filter(this::counts).map(this::placed);
        return Stream.concat(platform.placed(this::resolved), own).toList();
    }

    private PlacedPolicy placed(ReadinessPolicy policy) {
        var namespace = policy.getMetadata().getNamespace();
        var only = new Selector(Map.of(PlatformPolicies.NAME, namespace), null);
        var where = new CompiledScope(only, policy.getSpec().selector());
        return new PlacedPolicy(resolved(policy), namespace, where, Optional.of(namespace));
    }

    public Resolved resolved(ReadinessPolicy policy) {
        return resolved(policy(policy));
    }

    public Resolved resolved(ClusterReadinessPolicy policy) {
        return resolved(PlatformPolicies.policy(policy));
    }

    public Stream<ClusterReadinessPolicy> clusterPolicies() {
        return platform.all();
    }

    public Optional<ClusterReadinessPolicy> clusterPolicy(String name) {
        return platform.whole(name);
    }

    /** The policy that a report names; empty if it is gone. */
    public Optional<Resolved> named(String namespace, PolicyRef ref) {
        var found = ref.kind().equals(Policy.CLUSTER_KIND)
                ? platform.named(ref.name())
                : policies.named(namespace, ref.name()).map(Policies::policy);
        return found.map(this::resolved);
    }

    private Resolved resolved(Policy policy) {
        return resolutions.of(policy, platform.standards());
    }

    private static Policy policy(ReadinessPolicy policy) {
        var metadata = policy.getMetadata();
        var ref = new PolicyRef(policy.getKind(), metadata.getName(), metadata.getGeneration());
        return new Policy(ref, metadata.getUid(), Instant.parse(metadata.getCreationTimestamp()), policy.getSpec());
    }

    private void changed(ReadinessPolicy before, ReadinessPolicy after) {
        if (after == null) {
            resolutions.forget(before.getMetadata().getUid());
        }
        if (before != null && after != null && before.getSpec().equals(after.getSpec())) {
            return;
        }
        Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .forEach(this::tell);
    }

    private void tell(ReadinessPolicy policy) {
        var namespace = policy.getMetadata().getNamespace();
        listener.touched(PolicyScope.within(namespace, policy.getSpec().selector()));
    }

    private void standardChanged(String name) {
        policies.all()
                .filter(it -> it.getSpec().standards().stream()
                        .anyMatch(one -> one.name().equals(name)))
                .forEach(it -> {
                    tell(it);
                    listener.resummed(
                            it.getMetadata().getNamespace(), policy(it).ref());
                });
    }

    @Override
    public void close() {
        policies.close();
        platform.close();
    }
}
