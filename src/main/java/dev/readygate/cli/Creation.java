package dev.readygate.cli;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Objects are made, or only shown, as by kubectl create. */
final class Creation {
    @Option(names = "--name", paramLabel = "NAME", description = "The object's name; otherwise one is made up.")
    private String name;

    @Option(
            names = "--dry-run",
            paramLabel = "WHERE",
            description = "client: only print the manifest, without asking the cluster. server: have it checked there.")
    private DryRun dryRun = DryRun.none;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "yaml, json or name: print what was made; with --dry-run yaml if not given.")
    private Output output;

    /** Spelled as they are typed. */
    enum DryRun {
        none,
        client,
        server
    }

    enum Output {
        yaml,
        json,
        name
    }

    boolean isOnlyShown() {
        return dryRun == DryRun.client;
    }

    boolean isForPeople() {
        return output == null && dryRun == DryRun.none;
    }

    /** With a namespace only where it will be created now, or was named: a manifest may be for any. */
    ObjectMeta metadata(Session session, Optional<String> named, String madeUp) {
        return new ObjectMetaBuilder()
                .withName(Optional.ofNullable(name).orElse(madeUp))
                .withNamespace(isOnlyShown() ? named.orElse(null) : session.namespace())
                .build();
    }

    <T extends HasMetadata> T make(Session session, T object) {
        try {
            return switch (dryRun) {
                case client -> object;
                case server -> session.client().resource(object).dryRun().create();
                case none -> session.client().resource(object).create();
            };
        } catch (KubernetesClientException failure) {
            throw explained(failure, object);
        }
    }

    private static RuntimeException explained(KubernetesClientException failure, HasMetadata object) {
        return switch (failure.getCode()) {
            case HttpURLConnection.HTTP_CONFLICT ->
                new Refused("there is a %s %s already: give another --name"
                        .formatted(object.getKind(), object.getMetadata().getName()));
            case HttpURLConnection.HTTP_NOT_FOUND ->
                failure.getMessage().contains("namespaces \"")
                        ? new NotAsked("there is no namespace %s"
                                .formatted(object.getMetadata().getNamespace()))
                        : new NotAsked("this cluster has no Readygate: its kinds are not installed");
            default -> failure;
        };
    }

    /** For programs. */
    String shown(Session session, List<? extends HasMetadata> made) {
        made.forEach(it -> it.getMetadata().setManagedFields(List.of()));
        var form = session.client().getKubernetesSerialization();
        return switch (Optional.ofNullable(output).orElse(Output.yaml)) {
            case yaml ->
                made.stream()
                        .map(form::asYaml)
                        .map(it -> it.startsWith("---\n") ? it.substring(4) : it)
                        .collect(Collectors.joining("---\n"));
            case json -> made.stream().map(form::asJson).collect(Collectors.joining("\n"));
            case name ->
                made.stream()
                        .map(it -> "%s/%s"
                                .formatted(
                                        it.getFullResourceName(),
                                        it.getMetadata().getName()))
                        .collect(Collectors.joining("\n"));
        };
    }
}
