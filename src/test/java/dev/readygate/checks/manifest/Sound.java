package dev.readygate.checks.manifest;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
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

    /** The Deployments of all cases that the API server lets in, each under its own name. */
    static String letInTo(String namespace) {
        var changes = cases().propertyStream()
                .filter(it -> !it.getKey().equals(REFUSED))
                .map(Map.Entry::getValue)
                .flatMap(it -> Stream.concat(
                        it.path("fails").valueStream(), it.path("passes").valueStream()))
                .toList();
        return IntStream.range(0, changes.size())
                .mapToObj(it -> deployment("case-" + it, namespace, changes.get(it)))
                .collect(joining("\n"));
    }

    private static String deployment(String name, String namespace, JsonNode changes) {
        var object = (ObjectNode) but(changes).path("object");
        object.withObject("/metadata").put("name", name).put("namespace", namespace);
        return object.toString();
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
