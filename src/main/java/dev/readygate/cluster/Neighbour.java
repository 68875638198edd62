package dev.readygate.cluster;

import dev.readygate.facts.DeploymentRef;
import dev.readygate.policy.Bystander;
import dev.readygate.policy.Bystander.Whom;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Map;

/** The kinds of object that stand around a Deployment, as the API server serves them. */
enum Neighbour {
    DisruptionBudget(Bystander.DisruptionBudget, "policy/v1", "PodDisruptionBudget", "poddisruptionbudgets"),
    Autoscaler(Bystander.Autoscaler, "autoscaling/v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers"),
    Service(Bystander.Service, "v1", "Service", "services"),
    NetworkPolicy(Bystander.NetworkPolicy, "networking.k8s.io/v1", "NetworkPolicy", "networkpolicies"),
    ServiceAccount(Bystander.ServiceAccount, "v1", "ServiceAccount", "serviceaccounts");

    private final Bystander means;
    private final ResourceDefinitionContext resource;

    Neighbour(Bystander means, String apiVersion, String kind, String plural) {
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

    /** A Deployment, and what of it others refer to. */
    record Aim(DeploymentRef ref, Whom whom) {
        Aim(DeploymentRef ref, Map<String, String> podLabels, String serviceAccount) {
            this(ref, new Whom(ref.name(), podLabels, serviceAccount));
        }
    }

    ResourceDefinitionContext resource() {
        return resource;
    }

    /** Of the same namespace, that is. */
    boolean concerns(Map<String, Object> object, String name, Aim aim) {
        return means.concerns(object, name, aim.whom());
    }
}
