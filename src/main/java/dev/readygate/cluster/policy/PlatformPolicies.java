package dev.readygate.cluster.policy;

import dev.readygate.admit.CompiledPolicy.CompiledScope;
import dev.readygate.api.v1alpha1.ClusterReadinessPolicy;
import dev.readygate.api.v1alpha1.ClusterReadinessPolicySpec;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessStandard;
import dev.readygate.api.v1alpha1.Selector;
import dev.readygate.api.v1alpha1.Selector.SelectorOperator;
import dev.readygate.api.v1alpha1.Selector.SelectorRequirement;
import dev.readygate.cluster.facts.Trims;
import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.cluster.kube.Watched;
import dev.readygate.cluster.kube.Watched.View;
import dev.readygate.cluster.policy.Policies.PlacedPolicy;
import dev.readygate.policy.Policy;
import dev.readygate.policy.Resolved;
import dev.readygate.policy.Selection;
import dev.readygate.policy.Standards;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The cluster-scoped kinds: cluster policies and standards. An installation for named namespaces may read neither, and
 * works without them.
 */
final class PlatformPolicies implements AutoCloseable {
    /** The label by which every namespace has its name. */
    static final String NAME = "kubernetes.io/metadata.name";

    private final WatchScope scope;
    private final Watched<ClusterReadinessPolicy> policies;
    private final Watched<ReadinessStandard> standards;
    private final Watched<Namespace> namespaces;
    private final PolicyListener listener;

    /** @param standardChanged gets the name of a standard that was created, changed or deleted */
    PlatformPolicies(
            KubernetesClient client, WatchScope scope, PolicyListener listener, Consumer<String> standardChanged) {
        this.scope = scope;
        this.listener = listener;
        this.policies =
                Watched.of(whereAllowed(client.resources(ClusterReadinessPolicy.class)), whole(), this::policyChanged);
        this.standards = Watched.of(
                whereAllowed(client.resources(ReadinessStandard.class)),
                whole(),
                (before, after) -> standardChanged(standardChanged, before, after));
        this.namespaces = Watched.of(
                whereAllowed(client.namespaces()), new View<>(Trims::namespace, it -> List.of()), this::labelsChanged);
    }

    private <T> Stream<Informable<T>> whereAllowed(Informable<T> all) {
        return scope.everywhere() ? Stream.of(all) : Stream.empty();
    }

    private static <T extends HasMetadata> View<T> whole() {
        return new View<>(UnaryOperator.identity(), it -> List.of());
    }

    void start() {
        namespaces.start();
        standards.start();
        policies.start();
    }

    boolean fresh() {
        return policies.fresh() && standards.fresh() && namespaces.fresh();
    }

    Standards standards() {
        return name -> standards.named(name).map(ReadinessStandard::getSpec);
    }

    Stream<Policy> meeting(String namespace, Map<String, String> labels) {
        return policies.all()
                .filter(it -> it.getMetadata().getDeletionTimestamp() == null)
                .filter(it -> isFor(it.getSpec(), namespace))
                .filter(it -> Selection.of(it.getSpec().selector()).meets(labels))
                .sorted(Comparator.comparing(it -> it.getMetadata().getName()))
                .map(PlatformPolicies::policy);
    }

    Stream<PlacedPolicy> placed(Function<Policy, Resolved> resolved) {
        return policies.all()
                .filter(it -> it.getMetadata().getDeletionTimestamp() == null)
                .map(it ->
                        new PlacedPolicy(resolved.apply(policy(it)), "", where(it.getSpec()), example(it.getSpec())));
    }

    private CompiledScope where(ClusterReadinessPolicySpec spec) {
        var chosen = spec.namespaceSelector();
        var leftOut = new SelectorRequirement(
                NAME, SelectorOperator.NotIn, scope.leftOut().stream().sorted().toList());
        var all = Stream.concat(chosen.matchExpressions().stream(), Stream.of(leftOut));
        return new CompiledScope(new Selector(chosen.matchLabels(), all.toList()), spec.selector());
    }

    private Optional<String> example(ClusterReadinessPolicySpec spec) {
        return namespaces
                .all()
                .map(it -> it.getMetadata().getName())
                .filter(it -> isFor(spec, it))
                .min(Comparator.naturalOrder());
    }

    Optional<Policy> named(String name) {
        return policies.named(name).map(PlatformPolicies::policy);
    }

    Stream<ClusterReadinessPolicy> all() {
        return policies.all();
    }

    Optional<ClusterReadinessPolicy> whole(String name) {
        return policies.named(name);
    }

    private boolean isFor(ClusterReadinessPolicySpec spec, String namespace) {
        return !scope.leftOut().contains(namespace)
                && Selection.of(spec.namespaceSelector()).meets(labels(namespace));
    }

    private Map<String, String> labels(String namespace) {
        return namespaces.named(namespace).map(PlatformPolicies::labels).orElse(Map.of());
    }

    private static Map<String, String> labels(Namespace namespace) {
        return Objects.requireNonNullElse(namespace.getMetadata().getLabels(), Map.of());
    }

    static Policy policy(ClusterReadinessPolicy policy) {
        var metadata = policy.getMetadata();
        var ref = new PolicyRef(Policy.CLUSTER_KIND, metadata.getName(), metadata.getGeneration());
        return new Policy(
                ref,
                metadata.getUid(),
                Instant.parse(metadata.getCreationTimestamp()),
                policy.getSpec().inOneNamespace());
    }

    private void policyChanged(ClusterReadinessPolicy before, ClusterReadinessPolicy after) {
        if (before != null && after != null && before.getSpec().equals(after.getSpec())) {
            return;
        }
        Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .forEach(this::tell);
    }

    private void tell(ClusterReadinessPolicy policy) {
        listener.touched(PolicyScope.within(
                it -> isFor(policy.getSpec(), it), policy.getSpec().selector()));
        listener.resummed("", policy(policy).ref());
    }

    private void standardChanged(Consumer<String> told, ReadinessStandard before, ReadinessStandard after) {
        if (before != null && after != null && before.getSpec().equals(after.getSpec())) {
            return;
        }
        var name = (after == null ? before : after).getMetadata().getName();
        policies.all()
                .filter(it -> it.getSpec().standards().stream()
                        .anyMatch(one -> one.name().equals(name)))
                .forEach(this::tell);
        told.accept(name);
    }

    private void labelsChanged(Namespace before, Namespace after) {
        if (before != null && after != null && !labels(before).equals(labels(after))) {
            listener.touched(PolicyScope.allIn(after.getMetadata().getName()));
        }
    }

    @Override
    public void close() {
        policies.close();
        standards.close();
        namespaces.close();
    }
}
