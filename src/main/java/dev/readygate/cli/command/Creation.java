package dev.readygate.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.cli.cluster.CommandRefused;
import dev.readygate.cli.cluster.QueryFailed;
import dev.readygate.cli.cluster.Session;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Creates objects, or only shows them, like kubectl create. */
final class Creation {
    @Option(names = "--name", paramLabel = "NAME", description = "The object's name; otherwise one is made up.")
    private String name;

    @Option(
            names = "--dry-run",
            paramLabel = "WHERE",
            description =
                    "client: only print the manifest, and make nothing. server: have the API server check it, too.")
    private DryRun dryRun = DryRun.none;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "yaml, json or name: print what was made; with --dry-run yaml if not given.")
    private CreationOutput output;

    /** The constants are spelled as users type them. */
    enum DryRun {
        none,
        client,
        server
    }

    enum CreationOutput {
        yaml,
        json,
        name
    }

    boolean isOnlyShown() {
        return dryRun == DryRun.client;
    }

    boolean isNamed() {
        return name != null;
    }

    boolean isForPeople() {
        return output == null && dryRun == DryRun.none;
    }

    /** Sets a namespace only if the object is created now or the user named one: a manifest may be for any. */
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
                new CommandRefused("there is a %s %s already: give another --name"
                        .formatted(object.getKind(), object.getMetadata().getName()));
            case HttpURLConnection.HTTP_NOT_FOUND ->
                failure.getMessage().contains("namespaces \"")
                        ? new QueryFailed("there is no namespace %s"
                                .formatted(object.getMetadata().getNamespace()))
                        : new QueryFailed("this cluster has no Readygate: its kinds are not installed");
            default -> failure;
        };
    }

    /**
     * The objects for programs. All texts are in quotes: kubectl reads YAML 1.1, in which yes and 007 are not texts.
     */
    String shown(List<? extends HasMetadata> made) {
        made.forEach(it -> it.getMetadata().setManagedFields(List.of()));
        var form = new KubernetesSerialization(new ObjectMapper(), false);
        return switch (Optional.ofNullable(output).orElse(CreationOutput.yaml)) {
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
