package dev.readygate.checks.manifest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The manifest that keeps every rule of every pack, and its related objects, with some fields changed. */
public final class Sound {
    private static final Path FOLDER = Path.of("src/test/resources/packs");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, String> SHORT = new LinkedHashMap<>();

    static {
        SHORT.put("/c/", "/pod/containers/0/");
        SHORT.put("/i/", "/pod/initContainers/0/");
        SHORT.put("/pod/", "/template/spec/");
        SHORT.put("/template/", "/spec/template/");
        SHORT.put("/spec/", "/object/spec/");
    }

    /** The rule whose broken manifests the API server itself refuses. */
    static final String REFUSED = "selector-matches";

    private Sound() {}

    public static JsonNode cases() {
        return read("cases.yaml");
    }

    /** The changes of all cases that the API server lets in. */
    static List<JsonNode> letIn() {
        return cases().propertyStream()
                .filter(it -> !it.getKey().equals(REFUSED))
                .map(Map.Entry::getValue)
                .flatMap(it -> Stream.concat(
                        it.path("fails").valueStream(), it.path("passes").valueStream()))
                .toList();
    }

    public static JsonNode but(JsonNode changes) {
        var sound = read("sound.yaml");
        changes.propertyStream().forEach(it -> set(sound, JsonPointer.compile(path(it.getKey())), it.getValue()));
        return sound;
    }

    private static String path(String brief) {
        var path = brief;
        for (var it : SHORT.entrySet()) {
            path = path.startsWith(it.getKey())
                    ? it.getValue() + path.substring(it.getKey().length())
                    : path;
        }
        return path;
    }

    private static void set(ObjectNode root, JsonPointer path, JsonNode value) {
        var name = path.last().getMatchingProperty();
        switch (parent(root, path.head())) {
            case ArrayNode list -> set(list, Integer.parseInt(name), value);
            case ObjectNode map when value.isNull() -> map.remove(name);
            case ObjectNode map -> map.set(name, value);
            default -> throw new IllegalArgumentException(path + " is no place for a field");
        }
    }

    private static JsonNode parent(ObjectNode root, JsonPointer path) {
        var there = root.at(path);
        return there.isMissingNode() ? root.withObject(path) : there;
    }

    private static void set(ArrayNode list, int index, JsonNode value) {
        if (value.isNull()) {
            list.remove(index);
        } else if (index == list.size()) {
            list.add(value);
        } else {
            list.set(index, value);
        }
    }

    private static ObjectNode read(String file) {
        try {
            return (ObjectNode) YAML.readTree(FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
