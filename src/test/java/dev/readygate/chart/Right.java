package dev.readygate.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** A right from a role: a verb on a resource, in a namespace or ("") in the whole cluster. */
record Right(String namespace, String verb, String group, String resource) {

    static Stream<Right> of(JsonNode role) {
        return role.path("rules").valueStream().flatMap(rule -> of(role, rule));
    }

    private static Stream<Right> of(JsonNode role, JsonNode rule) {
        var namespace = role.at("/metadata/namespace").asText("");
        return texts(rule, "apiGroups")
                .flatMap(group -> texts(rule, "resources")
                        .flatMap(resource ->
                                texts(rule, "verbs").map(verb -> new Right(namespace, verb, group, resource))));
    }

    private static Stream<String> texts(JsonNode rule, String field) {
        return rule.path(field).valueStream().map(JsonNode::textValue);
    }

    boolean isReading() {
        return verb.equals("get") || verb.equals("list") || verb.equals("watch");
    }
}
