package dev.readygate.cluster.observe;

import dev.readygate.cluster.facts.PlainObjects;
import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Whole manifests of those Deployments whose checks look at them, read once after each change outside the status and
 * kept until the next.
 */
final class RawDeployments {
    private static final Logger LOG = Logger.getLogger(RawDeployments.class);
    private static final ResourceDefinitionContext DEPLOYMENT = new ResourceDefinitionContext.Builder()
            .withGroup("apps")
            .withVersion("v1")
            .withKind("Deployment")
            .withPlural("deployments")
            .withNamespaced(true)
            .build();

    private final KubernetesClient client;
    private final Map<DeploymentRef, DeploymentRead> latest = new ConcurrentHashMap<>();

    RawDeployments(KubernetesClient client) {
        this.client = client;
    }

    private record DeploymentRead(String version, Map<String, Object> object) {}

    /** Empty if the Deployment cannot be read, or is gone. */
    Optional<Map<String, Object>> of(DeploymentRef ref, Deployment trimmed) {
        var version = version(trimmed.getMetadata());
        var known = latest.get(ref);
        if (known != null && known.version().equals(version)) {
            return Optional.of(known.object());
        }
        var read = read(ref);
        read.ifPresent(it -> latest.put(ref, new DeploymentRead(version, it)));
        return read;
    }

    /**
     * Outside the status only labels change without the generation: a change of a Deployment's annotations raises it.
     */
    private static String version(ObjectMeta metadata) {
        return metadata.getGeneration() + "/" + Objects.hashCode(metadata.getLabels());
    }

    void forget(DeploymentRef ref) {
        latest.remove(ref);
    }

    private Optional<Map<String, Object>> read(DeploymentRef ref) {
        try {
            return Optional.ofNullable(get(ref))
                    .filter(it -> it.getMetadata().getUid().equals(ref.uid()))
                    .map(it -> PlainObjects.deployment(it, client.getKubernetesSerialization()));
        } catch (KubernetesClientException e) {
            LOG.warnf("cannot read the manifest of Deployment %s: %s", ref, e.getMessage());
            return Optional.empty();
        }
    }

    private GenericKubernetesResource get(DeploymentRef ref) {
        return client.genericKubernetesResources(DEPLOYMENT)
                .inNamespace(ref.namespace())
                .withName(ref.name())
                .get();
    }
}
