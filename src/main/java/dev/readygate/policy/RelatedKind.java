package dev.readygate.policy;

import dev.readygate.api.v1alpha1.Selector;
import dev.readygate.api.v1alpha1.Selector.SelectorOperator;
import dev.readygate.api.v1alpha1.Selector.SelectorRequirement;
import java.util.List;
import java.util.Map;

/** The kinds of objects that refer to a Deployment, and how each of them selects it. */
public enum RelatedKind {
    DisruptionBudget {
        @Override
        boolean concerns(Map<?, ?> spec, ReferencedDeployment referenced) {
            return spec.containsKey(SELECTOR) && meets(at(spec, SELECTOR), referenced);
        }
    },
    Autoscaler {
        @Override
        boolean concerns(Map<?, ?> spec, ReferencedDeployment referenced) {
            var target = at(spec, "scaleTargetRef");
            return "Deployment".equals(target.get("kind"))
                    && referenced.deployment().equals(target.get("name"));
        }
    },
    Service {
        @Override
        boolean concerns(Map<?, ?> spec, ReferencedDeployment referenced) {
            var labels = at(spec, SELECTOR);
            return !labels.isEmpty() && referenced.podLabels().entrySet().containsAll(labels.entrySet());
        }
    },
    NetworkPolicy {
        @Override
        boolean concerns(Map<?, ?> spec, ReferencedDeployment referenced) {
            return meets(at(spec, "podSelector"), referenced);
        }
    },
    ServiceAccount {
        @Override
        boolean concerns(Map<?, ?> spec, ReferencedDeployment referenced) {
            return false;
        }

        @Override
        public boolean concerns(Map<String, Object> object, String name, ReferencedDeployment referenced) {
            return referenced.serviceAccount().equals(name);
        }
    };

    private static final String SELECTOR = "selector";

    /** The properties of a Deployment by which other objects refer to it. */
    public record ReferencedDeployment(String deployment, Map<String, String> podLabels, String serviceAccount) {
        public ReferencedDeployment {
            podLabels = Map.copyOf(podLabels);
        }

        @SuppressWarnings("unchecked")
        public static ReferencedDeployment of(String deployment, Map<String, Object> object) {
            var template = at(at(object, "spec"), "template");
            var labels = (Map<String, String>) at(at(template, "metadata"), "labels");
            var account = at(template, "spec").get("serviceAccountName");
            return new ReferencedDeployment(deployment, labels, account == null ? "default" : (String) account);
        }
    }

    /** The object and the Deployment are of the same namespace. */
    public boolean concerns(Map<String, Object> object, String name, ReferencedDeployment referenced) {
        return concerns(at(object, "spec"), referenced);
    }

    abstract boolean concerns(Map<?, ?> spec, ReferencedDeployment referenced);

    private static boolean meets(Map<?, ?> selector, ReferencedDeployment referenced) {
        return Selection.of(selector(selector)).meets(referenced.podLabels());
    }

    @SuppressWarnings("unchecked")
    private static Selector selector(Map<?, ?> plain) {
        var expressions = (List<Map<String, Object>>) plain.get("matchExpressions");
        return new Selector(
                (Map<String, String>) plain.get("matchLabels"),
                expressions == null
                        ? null
                        : expressions.stream().map(RelatedKind::requirement).toList());
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
