package dev.readygate.cli.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a result's rule in the tool or its extensions: by index, by id, or by the beginning of the id. */
record SarifRules(JsonNode tool) {

    JsonNode of(JsonNode result) {
        var rules = component(result.at("/rule/toolComponent")).path("rules");
        return Stream.of(result.path("ruleIndex"), result.at("/rule/index"))
                .filter(it -> it.isInt() && it.intValue() >= 0)
                .map(it -> rules.path(it.intValue()))
                .filter(JsonNode::isObject)
                .findFirst()
                .or(() -> byId(id(result)))
                .orElseGet(MissingNode::getInstance);
    }

    /** Finds an extension only by index; without one, the id of the rule decides. */
    private JsonNode component(JsonNode named) {
        return named.isMissingNode()
                ? tool.path("driver")
                : tool.path("extensions").path(named.path("index").asInt(-1));
    }

    private static String id(JsonNode result) {
        return result.path("ruleId").asText(result.at("/rule/id").asText());
    }

    /** Matches also {@code CA1000/1} to {@code CA1000}. */
    private Optional<JsonNode> byId(String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return all().filter(it -> id.equals(it.path("id").asText()))
                .findFirst()
                .or(() -> all().filter(it -> it.hasNonNull("id")
                                && id.startsWith(it.get("id").asText() + "/"))
                        .findFirst());
    }

    private Stream<JsonNode> all() {
        return Stream.concat(
                        Stream.of(tool.path("driver")), tool.path("extensions").valueStream())
                .flatMap(it -> it.path("rules").valueStream());
    }
}
