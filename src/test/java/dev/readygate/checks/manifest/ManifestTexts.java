package dev.readygate.checks.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.readygate.checks.cel.CelValues;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.Manifest.Around;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Manifests written as people write them. */
final class ManifestTexts {
    private static final YAMLMapper YAML = new YAMLMapper();

    private ManifestTexts() {}

    static Map<String, Object> plain(String yaml) {
        try {
            return map(YAML.readTree(yaml));
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

    /** From a document with a place for each of the names that expressions use. */
    static Manifest of(JsonNode world) {
        return new Manifest(
                map(world.path("object")),
                Optional.of(new Around(
                        list(world.path("pdbs")),
                        list(world.path("hpas")),
                        list(world.path("services")),
                        list(world.path("networkPolicies")),
                        map(world.path("serviceAccount")))));
    }

    private static List<Map<String, Object>> list(JsonNode json) {
        return json.valueStream().map(ManifestTexts::map).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonNode json) {
        return (Map<String, Object>) CelValues.ofObject(json);
    }

    static Around nothing() {
        return new Around(List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    static Around budgets(String... yaml) {
        return new Around(
                List.of(yaml).stream().map(ManifestTexts::plain).toList(), List.of(), List.of(), List.of(), Map.of());
    }
}
