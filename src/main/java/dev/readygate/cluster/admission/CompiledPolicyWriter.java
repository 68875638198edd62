package dev.readygate.cluster.admission;

import dev.readygate.admit.CompiledPolicy;
import dev.readygate.admit.PolicyId;
import dev.readygate.admit.TrialPolicy;
import dev.readygate.cluster.kube.ObjectNames;
import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.cluster.kube.Watched;
import dev.readygate.cluster.kube.Watched.View;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Reads and writes the admission policies compiled from ReadinessPolicies. No other class writes them. */
public final class CompiledPolicyWriter implements AutoCloseable {
    static final String LABEL = "readygate.dev/compiled";
    static final String POLICY = "readygate.dev/policy";
    static final String POLICY_UID = "readygate.dev/policy-uid";
    static final String FINGERPRINT = "readygate.dev/fingerprint";

    /** An object of the chart. When it is deleted, Kubernetes collects all compiled policies. */
    private static final String OWNER = "readygate-admit";

    private final KubernetesClient client;
    private final String operator;
    private final Watched<ValidatingAdmissionPolicy> policies;
    private final Watched<ValidatingAdmissionPolicyBinding> bindings;
    private final Map<String, LatestWrite> written = new ConcurrentHashMap<>();

    /**
     * @param operator the user by which the API server knows the operator
     * @param changed runs when one of them changed, also by the operator
     */
    public CompiledPolicyWriter(KubernetesClient client, WatchScope scope, String operator, Runnable changed) {
        this.client = client;
        this.operator = operator;
        this.policies = Watched.of(
                ours(client, scope, ValidatingAdmissionPolicy.class),
                new View<>(it -> heading(it, new ValidatingAdmissionPolicy()), it -> List.of()),
                (before, after) -> changed.run());
        this.bindings = Watched.of(
                ours(client, scope, ValidatingAdmissionPolicyBinding.class),
                new View<>(it -> heading(it, new ValidatingAdmissionPolicyBinding()), it -> List.of()),
                (before, after) -> changed.run());
    }

    private static <T extends HasMetadata> Stream<Informable<T>> ours(
            KubernetesClient client, WatchScope scope, Class<T> kind) {
        return scope.everywhere() ? Stream.of(client.resources(kind).withLabel(LABEL)) : Stream.empty();
    }

    /** The API server's answer to the operator's latest write. */
    private record LatestWrite(PolicyId policy, String fingerprint, long policyGeneration, long bindingGeneration) {}

    public void start() {
        policies.start();
        bindings.start();
    }

    public boolean fresh() {
        return policies.fresh() && bindings.fresh();
    }

    /** The names in use, with their policies. The operator's own latest write counts before the watch shows it. */
    public Map<String, PolicyId> taken() {
        var taken = new HashMap<String, PolicyId>();
        Stream.concat(
                        policies.all().map(HasMetadata::getMetadata),
                        bindings.all().map(HasMetadata::getMetadata))
                .forEach(it -> taken.put(it.getName(), policy(it)));
        written.forEach((name, it) -> taken.put(name, it.policy()));
        return taken;
    }

    /** An object without the annotation has no policy. */
    private static PolicyId policy(ObjectMeta metadata) {
        return Optional.ofNullable(metadata.getAnnotations())
                .map(it -> it.get(POLICY))
                .flatMap(PolicyId::read)
                .orElse(PolicyId.NOBODY);
    }

    /** The chart's object that owns the compiled policies; without it none is written. */
    public Optional<OwnerReference> owner() {
        return Optional.ofNullable(client.resources(ValidatingAdmissionPolicy.class)
                        .withName(OWNER)
                        .get())
                .filter(it -> it.getMetadata().getDeletionTimestamp() == null)
                .map(it -> new OwnerReferenceBuilder()
                        .withApiVersion(it.getApiVersion())
                        .withKind(it.getKind())
                        .withName(OWNER)
                        .withUid(it.getMetadata().getUid())
                        .build());
    }

    /** Writes the policy before the binding: a binding without its policy would be an error in every request. */
    public void put(String place, CompiledPolicy compiled, OwnerReference owner) {
        if (isThere(place, compiled, owner)) {
            return;
        }
        var objects = new CompiledPolicyObjects(place, new TrialPolicy(compiled, operator), owner);
        var policy = apply(objects.policy());
        var binding = apply(objects.binding());
        written.put(
                place,
                new LatestWrite(
                        compiled.policy(),
                        compiled.fingerprint(),
                        policy.getMetadata().getGeneration(),
                        binding.getMetadata().getGeneration()));
    }

    private boolean isThere(String place, CompiledPolicy compiled, OwnerReference owner) {
        var last = written.get(place);
        return last != null
                && last.fingerprint().equals(compiled.fingerprint())
                && policies.named(place)
                        .filter(it -> is(it, last.policyGeneration(), owner))
                        .isPresent()
                && bindings.named(place)
                        .filter(it -> is(it, last.bindingGeneration(), owner))
                        .isPresent();
    }

    private static boolean is(HasMetadata seen, long generation, OwnerReference owner) {
        var metadata = seen.getMetadata();
        return metadata.getGeneration() == generation
                && metadata.getOwnerReferences().stream()
                        .anyMatch(it -> it.getUid().equals(owner.getUid()));
    }

    private <T extends HasMetadata> T apply(T object) {
        return client.resource(object)
                .fieldManager(ObjectNames.FIELD_MANAGER)
                .forceConflicts()
                .serverSideApply();
    }

    /** Deletes the binding before the policy, so that the API server never enforces half of it. */
    public void remove(String place) {
        client.resources(ValidatingAdmissionPolicyBinding.class).withName(place).delete();
        client.resources(ValidatingAdmissionPolicy.class).withName(place).delete();
        written.remove(place);
    }

    private static <T extends HasMetadata> T heading(T whole, T empty) {
        var metadata = whole.getMetadata();
        empty.setMetadata(new ObjectMetaBuilder()
                .withName(metadata.getName())
                .withUid(metadata.getUid())
                .withResourceVersion(metadata.getResourceVersion())
                .withGeneration(metadata.getGeneration())
                .withAnnotations(metadata.getAnnotations())
                .withOwnerReferences(metadata.getOwnerReferences())
                .build());
        return empty;
    }

    @Override
    public void close() {
        policies.close();
        bindings.close();
    }
}
