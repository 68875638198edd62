package dev.readygate.docs;

import static org.awaitility.Awaitility.await;

import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.testing.App;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.TestPolicy;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An example of docs/examples/assessments in a namespace of its own. */
record Assessment(Path folder, App app) implements AutoCloseable {
    private static final Path ALL = Path.of("docs", "examples", "assessments");

    /** Applies the workload, without a policy. */
    static Assessment begin(Cluster cluster, String name) {
        var folder = ALL.resolve(name);
        var namespace = cluster.namespace(Map.of());
        namespace.apply(text(folder.resolve("app.yaml")));
        return new Assessment(folder, namespace.app(deployment(folder)));
    }

    private static String deployment(Path folder) {
        return objects(folder.resolve("app.yaml"))
                .filter(it -> it.getKind().equals("Deployment"))
                .map(it -> it.getMetadata().getName())
                .findFirst()
                .orElseThrow();
    }

    /** Applies the example's policy, evidence and waivers, and each approval as its author. */
    Assessment judgedBy(String policy) {
        app.waitUntil("to run", it -> Readiness.isDeploymentReady(it.deployment()));
        namespace().apply(text(folder.resolve(policy)));
        namespace().apply(text(folder.resolve("evidence.yaml")));
        files("waivers.yaml").forEach(it -> namespace().apply(text(it)));
        files("approvals").flatMap(Assessment::listed).forEach(this::approve);
        return this;
    }

    private Stream<Path> files(String name) {
        return Stream.of(folder.resolve(name)).filter(Files::exists);
    }

    private static Stream<Path> listed(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Impersonates the user and group in the file's first line. */
    private void approve(Path file) {
        var command = Arrays.asList(text(file).lines().findFirst().orElseThrow().split(" "));
        var person = command.get(command.indexOf("--as") + 1);
        var group = command.get(command.indexOf("--as-group") + 1);
        await("the rights of " + person).ignoreExceptions().until(() -> {
            namespace()
                    .cluster()
                    .run(
                            "kubectl",
                            "create",
                            "--filename=" + file,
                            "--namespace=" + namespace().name(),
                            "--as=" + person,
                            "--as-group=" + group);
            return true;
        });
    }

    Namespace namespace() {
        return app.namespace();
    }

    TestPolicy policy() {
        return new TestPolicy(namespace(), folder.getFileName().toString());
    }

    /** The scores of the report's categories by title. */
    Map<String, Integer> rows() {
        var rows = new LinkedHashMap<String, Integer>();
        app.status().stream().flatMap(it -> it.categories().stream()).forEach(it -> rows.put(it.title(), it.score()));
        return rows;
    }

    Integer overall() {
        return app.status().map(it -> it.score()).orElse(null);
    }

    CheckResult check(String name) {
        return app.check(name).orElseThrow();
    }

    private static Stream<GenericKubernetesResource> objects(Path file) {
        return Arrays.stream(text(file).split("(?m)^---$"))
                .map(it -> Serialization.unmarshal(it, GenericKubernetesResource.class));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void install(Cluster cluster, List<String> standards) {
        standards.forEach(it -> cluster.apply(text(Path.of("standards", it + ".yaml"))));
    }

    @Override
    public void close() {
        namespace().close();
    }
}
