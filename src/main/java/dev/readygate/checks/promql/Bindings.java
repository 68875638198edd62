package dev.readygate.checks.promql;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of the variables for one Deployment. Names as they are; pods as regular expressions of RE2. */
public record Bindings(Map<Variable, String> values) {
    /** No pod can have this name, so as a pattern it matches none; an empty one would match every series without a pod. */
    private static final String NO_POD = "-none-";

    /** Kubernetes' alphabet for names: no vowels, nothing that looks like another letter. */
    private static final String LETTER = "[bcdfghjklmnpqrstvwxz2456789]";

    /** A pod's name is cut to this length before five letters follow. */
    private static final int LONGEST_BEGINNING = 58;

    private static final int LONGEST_HASH = 10;

    public Bindings {
        values = Map.copyOf(values);
    }

    public static Bindings of(String namespace, String deployment) {
        return new Bindings(Map.of(
                Variable.namespace, namespace, Variable.deployment, deployment, Variable.pods, everyPod(deployment)));
    }

    public Bindings with(Variable variable, String value) {
        var more = new HashMap<>(values);
        more.put(variable, value);
        return new Bindings(more);
    }

    Bindings only(Set<Variable> variables) {
        var some = new HashMap<>(values);
        some.keySet().retainAll(variables);
        return new Bindings(some);
    }

    public Bindings withPods(Variable variable, Collection<String> names) {
        return with(variable, anyOf(names));
    }

    public String value(Variable variable) {
        return values.getOrDefault(variable, "");
    }

    private static String anyOf(Collection<String> names) {
        return names.isEmpty()
                ? NO_POD
                : names.stream().sorted().map(Bindings::quoted).collect(Collectors.joining("|"));
    }

    /** Also deleted pods: a window of days began with other pods. */
    private static String everyPod(String deployment) {
        return hasLongName(deployment)
                ? quoted(deployment.substring(0, Math.min(deployment.length(), LONGEST_BEGINNING))) + "[-a-z0-9]*"
                : quoted(deployment) + podsEnding();
    }

    /** Its pods' names may be cut, so that they do not show the Deployment's name. */
    static boolean hasLongName(String deployment) {
        return deployment.length() + LONGEST_HASH + 2 > LONGEST_BEGINNING;
    }

    static String podsEnding() {
        return "-" + LETTER + "{1,10}-" + LETTER + "{5}";
    }

    /** A class of one character means the same in every kind of PromQL string; a backslash does not. */
    static String quoted(String name) {
        return name.replace(".", "[.]");
    }
}
