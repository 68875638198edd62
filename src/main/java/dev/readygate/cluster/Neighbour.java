package dev.readygate.cluster;

import dev.readygate.api.v1alpha1.Selector;
import dev.readygate.api.v1alpha1.SelectorOperator;
import dev.readygate.api.v1alpha1.SelectorRequirement;
import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Map;

/** The kinds of object that stand around a Deployment, and how each of them says whom it means. */
enum Neighbour {
    DisruptionBudget("policy/v1", "PodDisruptionBudget", "poddisruptionbudgets") {
        @Override
        boolean concerns(Map<?, ?> spec, Aim aim) {
            return spec.containsKey(SELECTOR) && meets(at(spec, SELECTOR), aim);
        }
    },
    Autoscaler("autoscaling/v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers") {
        @Override
        boolean concerns(Map<?, ?> spec, Aim aim) {
            var target = at(spec, "scaleTargetRef");
            return "Deployment".equals(target.get("kind")) && aim.ref().name().equals(target.get("name"));
        }
    },
    Service("v1", "Service", "services") {
        @Override
        boolean concerns(Map<?, ?> spec, Aim aim) {
            var labels = at(spec, SELECTOR);
            return !labels.isEmpty() && aim.podLabels().entrySet().containsAll(labels.entrySet());
        }
    },
    NetworkPolicy("networking.k8s.io/v1", "NetworkPolicy", "networkpolicies") {
        @Override
        boolean concerns(Map<?, ?> spec, Aim aim) {
            return meets(at(spec, "podSelector"), aim);
        }
    },
    ServiceAccount("v1", "ServiceAccount", "serviceaccounts") {
        @Override
        boolean concerns(Map<String, Object> object, String name, Aim aim) {
            return aim.serviceAccount().equals(name);
        }
    };

    private static final String SELECTOR = "selector";

    private final ResourceDefinitionContext resource;

    Neighbour(String apiVersion, String kind, String plural) {
        int slash = apiVersion.indexOf('/');
        this.resource = new ResourceDefinitionContext.Builder()
                .withGroup(slash < 0 ? "" : apiVersion.substring(0, slash))
                .withVersion(apiVersion.substring(slash + 1))
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }

    /** What of a Deployment others refer to. */
    record Aim(DeploymentRef ref, Map<String, String> podLabels, String serviceAccount) {
        Aim {
            podLabels = Map.copyOf(podLabels);
        }
    }

    ResourceDefinitionContext resource() {
        return resource;
    }

    /** Of the same namespace, that is. */
    boolean concerns(Map<String, Object> object, String name, Aim aim) {
        return concerns(at(object, "spec"), aim);
    }

    boolean concerns(Map<?, ?> spec, Aim aim) {
        return false;
    }

    private static boolean meets(Map<?, ?> selector, Aim aim) {
        return Selection.of(selector(selector)).meets(aim.podLabels());
    }

    @SuppressWarnings("unchecked")
    private static Selector selector(Map<?, ?> plain) {
        var expressions = (List<Map<String, Object>>) plain.get("matchExpressions");
        return new Selector(
                (Map<String, String>) plain.get("matchLabels"),
                expressions == null
                        ? null
                        : expressions.stream().map(Neighbour::requirement).toList());
    }

    @SuppressWarnings("unchecked")
    private static SelectorRequirement requirement(Map<String, Object> plain) {
        return new SelectorRequirement(
                (String) plain.get("key"), SelectorOperator.valueOf((String) plain.get("operator")), (List<String>)
                        plain.get("values"));
    }

    private static Map<?, ?> at(Map<?, ?> map, String field) {
        return map.get(field) instanceof Map<?, ?> inner ? inner : Map.of();
    }
}
