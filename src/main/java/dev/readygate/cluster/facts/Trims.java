package dev.readygate.cluster.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.ContractNames;
import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.api.v1alpha1.ReadinessEvidenceSpec;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessWaiver;
import dev.readygate.cluster.kube.ObjectNames;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields that caches keep of each kind. A field that any class of {@code cluster} reads must be listed here. */
public final class Trims {
    private static final Set<String> ANNOTATIONS = Set.of(
            ObjectNames.REVISION,
            ContractNames.HELD,
            ContractNames.APPLIED_BY,
            ContractNames.PROCEED,
            ContractNames.REJECT,
            ContractNames.RETRY,
            ContractNames.DECIDED_BY,
            ContractNames.COMMIT,
            ContractNames.COMMIT_TIME,
            ContractNames.REWORK,
            ContractNames.ENVIRONMENT,
            ObjectNames.OCI_COMMIT);

    private Trims() {}

    public static Deployment deployment(Deployment whole) {
        var spec = whole.getSpec();
        return new DeploymentBuilder()
                .withMetadata(metadata(whole.getMetadata()))
                .withNewSpec()
                .withReplicas(spec.getReplicas())
                .withPaused(spec.getPaused())
                .withStrategy(spec.getStrategy())
                .withProgressDeadlineSeconds(spec.getProgressDeadlineSeconds())
                .withSelector(spec.getSelector())
                .withRevisionHistoryLimit(spec.getRevisionHistoryLimit())
                .withTemplate(template(spec.getTemplate()))
                .endSpec()
                .withNewStatus()
                .withObservedGeneration(whole.getStatus().getObservedGeneration())
                .withReplicas(whole.getStatus().getReplicas())
                .withUpdatedReplicas(whole.getStatus().getUpdatedReplicas())
                .withAvailableReplicas(whole.getStatus().getAvailableReplicas())
                .withConditions(whole.getStatus().getConditions())
                .endStatus()
                .build();
    }

    public static ReplicaSet replicaSet(ReplicaSet whole) {
        var spec = whole.getSpec();
        return new ReplicaSetBuilder()
                .withMetadata(Likeness.noted(metadata(whole.getMetadata()), spec.getTemplate()))
                .withNewSpec()
                .withReplicas(spec.getReplicas())
                .withTemplate(template(spec.getTemplate()))
                .endSpec()
                .withNewStatus()
                .withAvailableReplicas(whole.getStatus().getAvailableReplicas())
                .endStatus()
                .build();
    }

    private static PodTemplateSpec template(PodTemplateSpec whole) {
        var metadata = Objects.requireNonNullElseGet(whole.getMetadata(), ObjectMeta::new);
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(versions(metadata.getLabels()))
                .withAnnotations(annotations(metadata.getAnnotations()))
                .endMetadata()
                .withNewSpec()
                .withContainers(containers(whole.getSpec().getContainers()))
                .endSpec()
                .build();
    }

    public static Pod pod(Pod whole) {
        var status = whole.getStatus();
        return new PodBuilder()
                .withMetadata(metadata(whole.getMetadata()))
                .withNewSpec()
                .withContainers(containers(whole.getSpec().getContainers()))
                .withReadinessGates(whole.getSpec().getReadinessGates())
                .endSpec()
                .withNewStatus()
                .withPhase(status.getPhase())
                .withPodIP(status.getPodIP())
                .withStartTime(status.getStartTime())
                .withConditions(status.getConditions())
                .withContainerStatuses(statuses(status.getContainerStatuses()))
                .endStatus()
                .build();
    }

    public static Service service(Service whole) {
        var spec = whole.getSpec();
        return new ServiceBuilder()
                .withMetadata(metadata(whole.getMetadata()))
                .withNewSpec()
                .withType(spec.getType())
                .withClusterIP(spec.getClusterIP())
                .withSelector(spec.getSelector())
                .withPorts(spec.getPorts())
                .endSpec()
                .build();
    }

    /** The SDK's cache keeps a policy without its spec, because {@code Policies} keeps the spec. */
    public static ReadinessPolicy policyWithoutSpec(ReadinessPolicy whole) {
        var kept = new ReadinessPolicy();
        kept.setMetadata(metadata(whole.getMetadata()));
        kept.setStatus(whole.getStatus());
        return kept;
    }

    public static ReadinessPolicy policy(ReadinessPolicy whole) {
        var kept = policyWithoutSpec(whole);
        kept.setSpec(whole.getSpec());
        return kept;
    }

    /** Without link and note: no decision depends on them. */
    public static ReadinessEvidence evidence(ReadinessEvidence whole) {
        return evidence(whole, whole.getSpec().data());
    }

    public static ReadinessEvidence evidence(ReadinessEvidence whole, ObjectNode data) {
        var spec = whole.getSpec();
        var kept = new ReadinessEvidence();
        kept.setMetadata(metadata(whole.getMetadata()));
        kept.setSpec(new ReadinessEvidenceSpec(
                spec.type(), spec.about(), spec.outcome(), data, null, null, spec.expires(), spec.by()));
        return kept;
    }

    public static ReadinessWaiver waiver(ReadinessWaiver whole) {
        var kept = new ReadinessWaiver();
        kept.setMetadata(metadata(whole.getMetadata()));
        kept.setSpec(whole.getSpec());
        return kept;
    }

    public static Namespace namespace(Namespace whole) {
        return new NamespaceBuilder()
                .withMetadata(metadata(whole.getMetadata()))
                .build();
    }

    public static ObjectMeta metadata(ObjectMeta whole) {
        return new ObjectMetaBuilder()
                .withName(whole.getName())
                .withNamespace(whole.getNamespace())
                .withUid(whole.getUid())
                .withResourceVersion(whole.getResourceVersion())
                .withGeneration(whole.getGeneration())
                .withCreationTimestamp(whole.getCreationTimestamp())
                .withDeletionTimestamp(whole.getDeletionTimestamp())
                .withLabels(whole.getLabels())
                .withAnnotations(annotations(whole.getAnnotations()))
                .withOwnerReferences(whole.getOwnerReferences())
                .build();
    }

    private static Map<String, String> annotations(Map<String, String> whole) {
        return whole == null
                ? Map.of()
                : whole.entrySet().stream()
                        .filter(it -> ANNOTATIONS.contains(it.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> versions(Map<String, String> labels) {
        return Optional.ofNullable(labels).map(it -> it.get(ObjectNames.VERSION)).stream()
                .collect(Collectors.toMap(it -> ObjectNames.VERSION, it -> it));
    }

    private static List<Container> containers(List<Container> whole) {
        return whole.stream()
                .map(it -> new ContainerBuilder()
                        .withName(it.getName())
                        .withImage(it.getImage())
                        .withPorts(it.getPorts())
                        .build())
                .toList();
    }

    private static List<ContainerStatus> statuses(List<ContainerStatus> whole) {
        return whole.stream()
                .map(it -> new ContainerStatusBuilder()
                        .withName(it.getName())
                        .withImageID(it.getImageID())
                        .withState(it.getState())
                        .withRestartCount(it.getRestartCount())
                        .build())
                .toList();
    }
}
