package dev.readygate.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readygate.policy.RelatedKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A given object that refers to Deployments. */
record RelatedFile(RelatedKind kind, Thing thing, Map<String, Object> plain) {
    String name() {
        return thing.name();
    }

    /** What a Deployment must have so that this is about it: labels of its pods, or a name. */
    List<String> asks() {
        return switch (kind) {
            case Autoscaler -> List.of(json().at("/spec/scaleTargetRef/name").asText());
            case ServiceAccount -> List.of(name());
            case Service -> labels("/spec/selector");
            case DisruptionBudget -> labels("/spec/selector/matchLabels");
            case NetworkPolicy -> labels("/spec/podSelector/matchLabels");
        };
    }

    private List<String> labels(String at) {
        return json().at(at)
                .propertyStream()
                .map(it -> label(it.getKey(), it.getValue().asText()))
                .toList();
    }

    static String label(String key, String value) {
        return "%s=%s".formatted(key, value);
    }

    /** Some select nothing on purpose, and an autoscaler of another kind is not about Deployments. */
    boolean selects() {
        return switch (kind) {
            case Autoscaler -> json().at("/spec/scaleTargetRef/kind").asText().equals("Deployment");
            case Service -> !asks().isEmpty();
            case DisruptionBudget, NetworkPolicy -> !json().at("/spec").isEmpty();
            case ServiceAccount -> true;
        };
    }

    private JsonNode json() {
        return thing.json();
    }

    /** The labels of the pods that a workload of any kind makes. */
    static Optional<Map<String, String>> podLabels(Thing workload) {
        return Stream.of(
                        "/spec/template/metadata/labels",
                        "/spec/jobTemplate/spec/template/metadata/labels",
                        workload.is("v1", "Pod") ? "/metadata/labels" : "/none")
                .map(workload.json()::at)
                .filter(JsonNode::isObject)
                .findFirst()
                .map(it -> it.propertyStream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, label -> label.getValue().asText())));
    }
}
