package dev.readygate.cli.cluster;

import dev.readygate.api.v1alpha1.ContractNames;
import dev.readygate.cli.plan.DeclaredDeployment;
import dev.readygate.cli.plan.DeclaredDeployment.DeploymentName;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the fields that commands need from objects as the API server returned them. */
final class ObjectReader {
    private static final String ARGO = "argocd.argoproj.io/tracking-id";
    private static final String FLUX = "kustomize.toolkit.fluxcd.io/name";
    private static final String FLUX_HELM = "helm.toolkit.fluxcd.io/name";
    private static final String KEPT_BY = "app.kubernetes.io/managed-by";

    private ObjectReader() {}

    static DeclaredDeployment declared(GenericKubernetesResource deployment) {
        var metadata = deployment.getMetadata();
        var generation = Objects.requireNonNullElse(metadata.getGeneration(), 0L);
        boolean settled = number(deployment, 0, "status", "observedGeneration") >= generation;
        return new DeclaredDeployment(
                new DeploymentName(metadata.getNamespace(), metadata.getName()),
                metadata.getUid(),
                generation,
                settled,
                settled && isRolledOut(deployment),
                annotation(deployment, ContractNames.HELD),
                keeper(deployment));
    }

    private static boolean isRolledOut(GenericKubernetesResource deployment) {
        var wanted = number(deployment, 1, "spec", "replicas");
        return number(deployment, 0, "status", "updatedReplicas") == wanted
                && number(deployment, 0, "status", "replicas") == wanted
                && number(deployment, 0, "status", "availableReplicas") == wanted;
    }

    private static Optional<String> keeper(HasMetadata object) {
        var labels = Optional.ofNullable(object.getMetadata().getLabels()).orElse(Map.of());
        if (annotation(object, ARGO).isPresent()) {
            return Optional.of("Argo CD");
        }
        if (labels.containsKey(FLUX) || labels.containsKey(FLUX_HELM)) {
            return Optional.of("Flux");
        }
        return Optional.ofNullable(labels.get(KEPT_BY)).filter("Helm"::equals);
    }

    static long number(GenericKubernetesResource object, long otherwise, Object... path) {
        return object.get(path) instanceof Number number ? number.longValue() : otherwise;
    }

    static Optional<String> annotation(HasMetadata object, String name) {
        return Optional.ofNullable(object.getMetadata().getAnnotations()).map(it -> it.get(name));
    }

    static boolean isOwnedBy(HasMetadata object, String uid) {
        return object.getMetadata().getOwnerReferences().stream()
                .anyMatch(it -> it.getUid().equals(uid));
    }
}
