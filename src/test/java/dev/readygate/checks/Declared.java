package dev.readygate.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.readygate.checks.cel.Values;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.Manifest.Around;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Manifests written as people write them. */
final class Declared {
    private static final YAMLMapper YAML = new YAMLMapper();

    private Declared() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> plain(String yaml) {
        try {
            return (Map<String, Object>) Values.ofObject(YAML.readValue(yaml, ObjectNode.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }

    static Manifest alone(String yaml) {
        return new Manifest(plain(yaml), Optional.empty());
    }

    static Manifest with(String yaml, Around around) {
        return new Manifest(plain(yaml), Optional.of(around));
    }

    static Around nothing() {
        return new Around(List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    static Around budgets(String... yaml) {
        return new Around(
                List.of(yaml).stream().map(Declared::plain).toList(), List.of(), List.of(), List.of(), Map.of());
    }
}
