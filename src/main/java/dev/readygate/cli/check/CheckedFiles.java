package dev.readygate.cli.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.Manifest.Around;
import dev.readygate.facts.PlainObject;
import dev.readygate.policy.RelatedKind;
import dev.readygate.policy.RelatedKind.ReferencedDeployment;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All given objects, as they would be once they are applied.
 *
 * @param namespace the namespace of objects that name none
 */
record CheckedFiles(List<Thing> things, String namespace) {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final String OURS = "readygate.dev/v1alpha1";
    private static final String DEFAULT_ACCOUNT = "default";

    /** Of two objects of one name the later one counts, because it is applied last. */
    static CheckedFiles of(Stream<Thing> things, String namespace) {
        var byName = things.collect(Collectors.toMap(
                it -> String.join(" ", it.apiVersion(), it.kind(), it.namespaceOr(namespace), it.name()),
                Function.identity(),
                (_, later) -> later,
                LinkedHashMap::new));
        return new CheckedFiles(List.copyOf(byName.values()), namespace);
    }

    List<Thing> deployments() {
        return things.stream().filter(it -> it.is("apps/v1", "Deployment")).toList();
    }

    Stream<Thing> ours(String kind) {
        return things.stream().filter(it -> it.is(OURS, kind));
    }

    /** Deployments of API versions that no API server serves any more. */
    Stream<Thing> outdated() {
        return things.stream()
                .filter(it -> it.kind().equals("Deployment") && !it.apiVersion().equals("apps/v1"))
                .filter(it -> Stream.of("extensions/", "apps/").anyMatch(it.apiVersion()::startsWith));
    }

    String namespaceOf(Thing thing) {
        return thing.namespaceOr(namespace);
    }

    Manifest manifest(Thing deployment) {
        requireShape(deployment);
        var stored = stored(deployment);
        try {
            DeploymentDefaults.fillIn(new Fields(stored));
        } catch (IllegalArgumentException misshapen) {
            throw UnreadableInput.at(
                    deployment.place(), "Deployment %s: %s".formatted(deployment.name(), misshapen.getMessage()));
        }
        var plain = PlainObject.deployment(plain(stored));
        var referenced = ReferencedDeployment.of(deployment.name(), plain);
        return new Manifest(plain, Optional.of(around(namespaceOf(deployment), referenced)));
    }

    /** Without containers no rule could be evaluated, and no related object found. */
    private static void requireShape(Thing deployment) {
        var json = deployment.json();
        if (!json.at("/spec/template/spec/containers/0").isObject()) {
            throw UnreadableInput.at(
                    deployment.place(),
                    "Deployment %s has no spec.template.spec.containers".formatted(deployment.name()));
        }
        Stream.of("/metadata/labels", "/spec/template/metadata/labels")
                .flatMap(it -> json.at(it).propertyStream())
                .filter(it -> !it.getValue().isTextual())
                .findFirst()
                .ifPresent(it -> {
                    throw UnreadableInput.at(
                            deployment.place(),
                            "Deployment %s: label %s is no text: put its value in quotes"
                                    .formatted(deployment.name(), it.getKey()));
                });
    }

    private ObjectNode stored(Thing thing) {
        var stored = thing.json().deepCopy();
        stored.withObjectProperty("metadata").put("namespace", namespaceOf(thing));
        return stored;
    }

    private static Map<?, ?> plain(ObjectNode json) {
        return TREES.convertValue(json, Map.class);
    }

    private Around around(String of, ReferencedDeployment referenced) {
        return new Around(
                all(RelatedKind.DisruptionBudget, of, referenced),
                all(RelatedKind.Autoscaler, of, referenced),
                all(RelatedKind.Service, of, referenced),
                all(RelatedKind.NetworkPolicy, of, referenced),
                all(RelatedKind.ServiceAccount, of, referenced).stream()
                        .findFirst()
                        .orElseGet(() -> account(of, referenced.serviceAccount())));
    }

    private List<Map<String, Object>> all(RelatedKind kind, String of, ReferencedDeployment referenced) {
        return things.stream()
                .filter(it -> isA(kind, it) && namespaceOf(it).equals(of))
                .sorted(Comparator.comparing(Thing::name))
                .filter(it -> concerns(kind, it, referenced))
                .map(it -> plain(kind, it))
                .toList();
    }

    private boolean concerns(RelatedKind kind, Thing thing, ReferencedDeployment referenced) {
        try {
            return kind.concerns(plain(kind, thing), thing.name(), referenced);
        } catch (IllegalArgumentException | ClassCastException misshapen) {
            throw UnreadableInput.at(
                    thing.place(), "%s %s: what it selects cannot be told".formatted(thing.kind(), thing.name()));
        }
    }

    private Map<String, Object> plain(RelatedKind kind, Thing thing) {
        var stored = stored(thing);
        RelatedKindDefaults.fillIn(kind, new Fields(stored));
        return PlainObject.neighbour(plain(stored));
    }

    private static boolean isA(RelatedKind kind, Thing thing) {
        return switch (kind) {
            case DisruptionBudget -> thing.is("policy/v1", "PodDisruptionBudget");
            case Autoscaler ->
                Stream.of("autoscaling/v2", "autoscaling/v1").anyMatch(it -> thing.is(it, "HorizontalPodAutoscaler"));
            case Service -> thing.is("v1", "Service");
            case NetworkPolicy -> thing.is("networking.k8s.io/v1", "NetworkPolicy");
            case ServiceAccount -> thing.is("v1", "ServiceAccount");
        };
    }

    /** Kubernetes makes the account {@code default} in every namespace; others exist only if they are given. */
    private static Map<String, Object> account(String namespace, String name) {
        if (!name.equals(DEFAULT_ACCOUNT)) {
            return Map.of();
        }
        var account =
                JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "ServiceAccount");
        account.putObject("metadata").put("name", name).put("namespace", namespace);
        return PlainObject.neighbour(plain(account));
    }
}
