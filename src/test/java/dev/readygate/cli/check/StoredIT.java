package dev.readygate.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.facts.PlainObject;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The API server fills in the same defaults: for every Deployment of the corpus, field by field. */
@ExtendWith(ClusterExtension.class)
class StoredIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void everyDeploymentIsWhatTheApiServerWouldStore(Cluster cluster, Namespace shop) throws IOException {
        var soft = new SoftAssertions();
        var files = Stream.concat(Corpus.files().stream(), broken()).toList();
        assertThat(files).hasSizeGreaterThan(50);
        for (var file : files) {
            var given = CheckedFiles.of(
                    Things.in(new InputText(file.toString(), Files.readString(file), true), new SharedTrees()).stream(),
                    shop.name());
            var stored = stored(cluster, shop, file);
            given.deployments()
                    .forEach(it -> soft.assertThat(ours(given, it))
                            .as("%s of %s", it.name(), file.getFileName())
                            .isEqualTo(stored.get(it.name())));
        }
        soft.assertAll();
    }

    private Stream<Path> broken() {
        return Corpus.broken().entrySet().stream().map(it -> write(it.getKey(), it.getValue()));
    }

    private Path write(String rule, String manifest) {
        try {
            return Files.writeString(folder.resolve(rule + ".yaml"), manifest);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Object ours(CheckedFiles given, Thing deployment) {
        return declared(given.manifest(deployment).object());
    }

    /** Deployments by name. */
    private static Map<String, Object> stored(Cluster cluster, Namespace shop, Path file) throws IOException {
        var said = cluster.run(
                "kubectl",
                "apply",
                "--server-side",
                "--dry-run=server",
                "-o",
                "json",
                "-n",
                shop.name(),
                "-f",
                file.toString());
        var stored = new HashMap<String, Object>();
        for (var it : objects(said)) {
            if (it.path("kind").asText().equals("Deployment")) {
                var plain = PlainObject.deployment(JSON.convertValue(it, Map.class));
                stored.put(it.at("/metadata/name").asText(), declared(plain));
            }
        }
        return stored;
    }

    private static List<JsonNode> objects(String said) throws IOException {
        var json = said.lines().filter(it -> !it.startsWith("Warning:")).toList();
        return JSON.readerFor(JsonNode.class).<JsonNode>readValues(String.join("\n", json)).readAll().stream()
                .flatMap(it -> it.has("items") ? it.path("items").valueStream() : Stream.of(it))
                .toList();
    }

    /** The object without UID, times and generation, which only a cluster sets. */
    private static Map<String, Object> declared(Map<String, Object> plain) {
        var kept = new HashMap<>(plain);
        var metadata = new HashMap<>((Map<?, ?>) plain.get("metadata"));
        metadata.keySet().removeAll(List.of("uid", "creationTimestamp", "generation"));
        if (metadata.get("annotations") instanceof Map<?, ?> annotations && annotations.isEmpty()) {
            metadata.remove("annotations");
        }
        kept.put("metadata", metadata);
        return kept;
    }
}
