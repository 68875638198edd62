package dev.readygate.docs;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.ReadinessPolicy;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One file of docs/examples. */
record ExampleFile(Path path, List<String> objects) {
    static final Path FOLDER = Path.of("docs", "examples");

    /** Configuration of another tool. */
    static final Path OF_OTHERS = FOLDER.resolve("argocd");

    /** Manifests that are checked in files, and not applied. */
    private static final Path OFFLINE = FOLDER.resolve("checking");
    /** Examples of several files, with Deployments that do not pass: AssessmentsIT tests them. */
    private static final Path ASSESSMENTS = FOLDER.resolve("assessments");

    private static final Set<String> RUNNING = Set.of("Deployment", "Service");

    static List<ExampleFile> all() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(it -> it.toString().endsWith(".yaml"))
                    .filter(it -> !it.startsWith(OF_OTHERS) && !it.startsWith(OFFLINE) && !it.startsWith(ASSESSMENTS))
                    .sorted()
                    .map(ExampleFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExampleFile read(Path path) {
        try {
            return new ExampleFile(path, Arrays.asList(Files.readString(path).split("(?m)^---$")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Workloads and related objects, without a namespace, so that a test can create them in any. */
    String workloads() {
        return withoutNamespace(it -> !it.getApiVersion().startsWith("readygate.dev/")
                && !it.getKind().equals("Namespace"));
    }

    /** Objects of Readygate's kinds, without a namespace. */
    String rules() {
        return withoutNamespace(it -> it.getApiVersion().startsWith("readygate.dev/"));
    }

    private String withoutNamespace(Predicate<GenericKubernetesResource> which) {
        return objects.stream()
                .filter(it -> which.test(resource(it)))
                .map(it -> it.replaceAll(", namespace: [a-z-]+", ""))
                .collect(joining("\n---\n"));
    }

    Stream<ReadinessPolicy> policies() {
        return objects.stream()
                .filter(it -> resource(it).getKind().equals("ReadinessPolicy"))
                .map(it -> Serialization.unmarshal(it, ReadinessPolicy.class));
    }

    private static GenericKubernetesResource resource(String object) {
        return Serialization.unmarshal(object, GenericKubernetesResource.class);
    }

    String name() {
        return FOLDER.relativize(path).toString();
    }

    @Override
    public String toString() {
        return name();
    }
}
