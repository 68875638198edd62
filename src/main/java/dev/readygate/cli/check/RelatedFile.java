package dev.readygate.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readygate.policy.RelatedKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A given object that refers to Deployments.
 *
 * @param asks what a Deployment must have so that this is about it: labels of its pods, or a name
 * @param selects whether it is about Deployments at all, and not about nothing on purpose
 */
record RelatedFile(RelatedKind kind, Thing thing, Map<String, Object> plain, List<String> asks, boolean selects) {

    static RelatedFile of(RelatedKind kind, Thing thing, Map<String, Object> plain) {
        var asks = asks(kind, thing);
        return new RelatedFile(kind, thing, plain, asks, selects(kind, thing, asks));
    }

    String name() {
        return thing.name();
    }

    private static List<String> asks(RelatedKind kind, Thing thing) {
        return switch (kind) {
            case Autoscaler ->
                List.of(thing.json().at("/spec/scaleTargetRef/name").asText());
            case ServiceAccount -> List.of(thing.name());
            case Service -> labels(thing, "/spec/selector");
            case DisruptionBudget -> labels(thing, "/spec/selector/matchLabels");
            case NetworkPolicy -> labels(thing, "/spec/podSelector/matchLabels");
        };
    }

    private static List<String> labels(Thing thing, String at) {
        return thing.json()
                .at(at)
                .propertyStream()
                .map(it -> label(it.getKey(), it.getValue().asText()))
                .toList();
    }

    private static boolean selects(RelatedKind kind, Thing thing, List<String> asks) {
        return switch (kind) {
            case Autoscaler ->
                thing.json().at("/spec/scaleTargetRef/kind").asText().equals("Deployment");
            case Service -> !asks.isEmpty();
            case DisruptionBudget, NetworkPolicy -> !thing.json().at("/spec").isEmpty();
            case ServiceAccount -> true;
        };
    }

    static String label(String key, String value) {
        return "%s=%s".formatted(key, value);
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
