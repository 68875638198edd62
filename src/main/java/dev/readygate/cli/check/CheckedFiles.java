package dev.readygate.cli.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.checks.cel.CelValues;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.PlainObject;
import dev.readygate.policy.RelatedKind.ReferencedDeployment;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All given objects, as they would be once they are applied. */
final class CheckedFiles {
    private static final String OURS = "readygate.dev/v1alpha1";

    private static final String SCALED_TWICE = "%s: it has replicas, and HorizontalPodAutoscaler %s scales it:"
            + " each apply resets what was scaled; leave replicas out";

    private final List<Thing> things;
    private final String namespace;
    private final RelatedFiles related;
    private final Map<String, Thing> namespaces;

    private CheckedFiles(List<Thing> things, String namespace) {
        this.namespace = namespace;
        this.things = things;
        this.related = RelatedFiles.of(things, namespace);
        this.namespaces = things.stream()
                .filter(it -> it.is("v1", "Namespace"))
                .collect(Collectors.toUnmodifiableMap(Thing::name, it -> it, (first, _) -> first));
    }

    /**
     * Of two objects of one name the later one counts, because it is applied last. Of Deployments each counts: a
     * base and an overlay in one folder are both to be correct.
     *
     * @param namespace the namespace of objects that name none
     */
    static CheckedFiles of(Stream<Thing> things, String namespace) {
        var byName = new LinkedHashMap<String, Thing>();
        things.forEach(it -> {
            var name = String.join(" ", it.apiVersion(), it.kind(), it.namespaceOr(namespace), it.name());
            byName.put(isDeployment(it) ? "%s %s".formatted(name, it.place()) : name, it);
        });
        return new CheckedFiles(List.copyOf(byName.values()), namespace);
    }

    private static boolean isDeployment(Thing thing) {
        return thing.is("apps/v1", "Deployment");
    }

    /** Policies, standards, waivers, and the namespaces that they may be about. */
    static boolean asksOrNames(Thing thing) {
        return thing.apiVersion().equals(OURS) || thing.is("v1", "Namespace");
    }

    List<Thing> things() {
        return things;
    }

    List<Thing> deployments() {
        return things.stream().filter(CheckedFiles::isDeployment).toList();
    }

    /** Those of one name and namespace, where there are several. */
    List<List<Thing>> sameName() {
        return deployments().stream()
                .collect(Collectors.groupingBy(
                        it -> "%s/%s".formatted(namespaceOf(it), it.name()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(it -> it.size() > 1)
                .toList();
    }

    Stream<Thing> ours(String kind) {
        return things.stream().filter(it -> it.is(OURS, kind));
    }

    Optional<Thing> namespace(String name) {
        return Optional.ofNullable(namespaces.get(name));
    }

    String namespaceOf(Thing thing) {
        return thing.namespaceOr(namespace);
    }

    /** Sentences on Deployments whose replicas are written although an autoscaler scales them. */
    Stream<String> scaledTwice() {
        return deployments().stream()
                .filter(it -> it.json().at("/spec/replicas").isNumber())
                .flatMap(deployment -> related.autoscalerOf(namespaceOf(deployment), deployment.name()).stream()
                        .map(it -> SCALED_TWICE.formatted(deployment, it)));
    }

    /** What was noticed about the objects around those Deployments whose manifests were asked for. */
    Set<String> notesOnRelatedObjects() {
        var notes = new LinkedHashSet<>(related.misshapen());
        related.unused().forEach(notes::add);
        return notes;
    }

    /** @throws UnreadableInput if it has not the shape of a Deployment */
    Manifest manifest(Thing deployment) {
        requireShape(deployment);
        var stored = deployment.stored(namespaceOf(deployment));
        try {
            DeploymentDefaults.fillIn(new Fields(stored));
        } catch (IllegalArgumentException misshapen) {
            throw UnreadableInput.at(
                    deployment.place(), "Deployment %s: %s".formatted(deployment.name(), misshapen.getMessage()));
        }
        var plain = PlainObject.deployment(plain(stored));
        var referenced = ReferencedDeployment.of(deployment.name(), plain);
        return new Manifest(plain, Optional.of(related.around(namespaceOf(deployment), referenced)));
    }

    /** Without containers no rule could be evaluated, and no related object found. */
    private static void requireShape(Thing deployment) {
        var json = deployment.json();
        if (!json.at("/spec/template/spec/containers/0").isObject()) {
            throw UnreadableInput.at(
                    deployment.place(),
                    "Deployment %s has no spec.template.spec.containers".formatted(deployment.name()));
        }
        Stream.of("metadata.labels", "spec.template.metadata.labels")
                .flatMap(field -> json.at("/" + field.replace('.', '/'))
                        .propertyStream()
                        .filter(it -> !it.getValue().isTextual())
                        .map(it -> "%s.%s".formatted(field, it.getKey())))
                .findFirst()
                .ifPresent(field -> {
                    throw UnreadableInput.at(
                            deployment.place(),
                            "Deployment %s: %s is no text: put its value in quotes"
                                    .formatted(deployment.name(), field));
                });
    }

    static Map<?, ?> plain(ObjectNode json) {
        return (Map<?, ?>) CelValues.ofObject(json);
    }
}
