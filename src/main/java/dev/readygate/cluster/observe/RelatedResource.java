package dev.readygate.cluster.observe;

import dev.readygate.facts.DeploymentRef;
import dev.readygate.policy.RelatedKind;
import dev.readygate.policy.RelatedKind.ReferencedDeployment;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Map;

/** The kinds of object that may relate to a Deployment, as the API server serves them. */
enum RelatedResource {
    DisruptionBudget(RelatedKind.DisruptionBudget, "policy/v1", "PodDisruptionBudget", "poddisruptionbudgets"),
    Autoscaler(RelatedKind.Autoscaler, "autoscaling/v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers"),
    Service(RelatedKind.Service, "v1", "Service", "services"),
    NetworkPolicy(RelatedKind.NetworkPolicy, "networking.k8s.io/v1", "NetworkPolicy", "networkpolicies"),
    ServiceAccount(RelatedKind.ServiceAccount, "v1", "ServiceAccount", "serviceaccounts");

    private final RelatedKind means;
    private final ResourceDefinitionContext resource;

    RelatedResource(RelatedKind means, String apiVersion, String kind, String plural) {
        int slash = apiVersion.indexOf('/');
        this.means = means;
        this.resource = new ResourceDefinitionContext.Builder()
                .withGroup(slash < 0 ? "" : apiVersion.substring(0, slash))
                .withVersion(apiVersion.substring(slash + 1))
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }

    /** A Deployment, and the labels and names by which other objects refer to it. */
    record Aim(DeploymentRef ref, ReferencedDeployment referenced) {
        Aim(DeploymentRef ref, Map<String, String> podLabels, String serviceAccount) {
            this(ref, new ReferencedDeployment(ref.name(), podLabels, serviceAccount));
        }
    }

    ResourceDefinitionContext resource() {
        return resource;
    }

    /** Expects an object of the Deployment's namespace. */
    boolean concerns(Map<String, Object> object, String name, Aim aim) {
        return means.concerns(object, name, aim.referenced());
    }
}
