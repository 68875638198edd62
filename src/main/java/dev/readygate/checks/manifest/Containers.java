package dev.readygate.checks.manifest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.readygate.facts.Manifest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A part of a pod's containers. */
public enum Containers {
    /** All, init containers too. */
    @JsonProperty("allContainers")
    All("(dyn(object.spec.template.spec.containers) + dyn(object.spec.template.spec.?initContainers.orValue([])))"),

    /** Those that run as long as the pod does: sidecars among the init containers too. */
    @JsonProperty("runningContainers")
    Running("(dyn(object.spec.template.spec.containers) + dyn(object.spec.template.spec.?initContainers.orValue([]))"
            + ".filter(i, i.?restartPolicy.orValue('') == 'Always'))");

    private final String expression;

    Containers(String expression) {
        this.expression = expression;
    }

    /** The list of them in CEL. */
    String expression() {
        return expression;
    }

    /** The sentence, with the names of the containers that it is about before it. */
    public static String before(List<String> names, String sentence) {
        return switch (names.size()) {
            case 0 -> sentence;
            case 1 -> "container %s: %s".formatted(names.getFirst(), sentence);
            default -> "containers %s: %s".formatted(String.join(", ", names), sentence);
        };
    }

    Stream<Map<?, ?>> in(Manifest manifest) {
        return this == All ? manifest.allContainers() : manifest.runningContainers();
    }
}
