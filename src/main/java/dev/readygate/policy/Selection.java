package dev.readygate.policy;

import dev.readygate.api.v1alpha1.Selector;
import dev.readygate.api.v1alpha1.Selector.SelectorRequirement;
import java.util.Map;

/** A label selector as in Kubernetes: all of its requirements must match. */
public record Selection(Selector selector) {

    public static Selection of(Selector selector) {
        return new Selection(selector);
    }

    public boolean meets(Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.matchLabels().entrySet())
                && selector.matchExpressions().stream().allMatch(it -> holds(it, labels));
    }

    private static boolean holds(SelectorRequirement requirement, Map<String, String> labels) {
        var value = labels.get(requirement.key());
        return switch (requirement.operator()) {
            case In -> value != null && requirement.values().contains(value);
            case NotIn -> value == null || !requirement.values().contains(value);
            case Exists -> value != null;
            case DoesNotExist -> value == null;
        };
    }
}
