package dev.readygate.cli.check;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.checks.manifest.Sound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Texts of manifests by name: typical ones, and for each rule of each pack one that breaks it. */
public final class Corpus {
    private static final Path FOLDER = Path.of("src/test/resources/manifests");

    private static final Map<String, String> AROUND = Map.of(
            "pdbs", "apiVersion: policy/v1, kind: PodDisruptionBudget",
            "hpas", "apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler",
            "services", "apiVersion: v1, kind: Service",
            "networkPolicies", "apiVersion: networking.k8s.io/v1, kind: NetworkPolicy");

    /** What breaks these is refused by the API server. */
    private static final Set<String> REFUSED = Set.of("selector-matches", "env-once");

    private Corpus() {}

    public static List<Path> files() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All can be in one namespace: related objects of one select nothing of the others. */
    public static Map<String, String> broken() {
        return Sound.cases()
                .propertyStream()
                .filter(it -> !REFUSED.contains(it.getKey()))
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey,
                        it -> written(
                                it.getKey(),
                                Sound.but(it.getValue().path("fails").path(0)))));
    }

    private static String written(String rule, JsonNode world) {
        return manifests(world)
                .map(it -> withoutNamespace(it).toString())
                .collect(joining("\n---\n"))
                .replace("cart", rule);
    }

    /** The Deployment, and after it what stands around it. */
    static Stream<ObjectNode> manifests(JsonNode world) {
        var around = AROUND.keySet().stream()
                .sorted()
                .flatMap(kind -> world.path(kind).valueStream().map(it -> completed(kind, (ObjectNode) it)));
        return Stream.concat(Stream.of((ObjectNode) world.path("object")), around);
    }

    private static ObjectNode completed(String kind, ObjectNode brief) {
        for (var field : AROUND.get(kind).split(", ")) {
            brief.put(field.split(": ")[0], field.split(": ")[1]);
        }
        if (!brief.has("metadata")) {
            brief.putObject("metadata").put("name", "cart-too");
        }
        if (kind.equals("hpas")) {
            brief.withObject("/spec/scaleTargetRef")
                    .put("apiVersion", "apps/v1")
                    .put("kind", "Deployment")
                    .put("name", "cart");
        }
        if (kind.equals("pdbs")) {
            brief.withObject("/spec/selector/matchLabels").put("app", "cart");
        }
        return brief;
    }

    static ObjectNode withoutNamespace(ObjectNode object) {
        object.withObject("/metadata").remove("namespace");
        return object;
    }
}
