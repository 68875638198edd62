package dev.readygate.cli.check;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.readygate.facts.Manifest.Around;
import dev.readygate.facts.PlainObject;
import dev.readygate.policy.RelatedKind;
import dev.readygate.policy.RelatedKind.ReferencedDeployment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The given objects that refer to Deployments. Each is found by one thing that it asks of a Deployment, so that a
 * Deployment is compared with a few of them only.
 */
final class RelatedFiles {
    private static final String DEFAULT_ACCOUNT = "default";
    private static final String ANY = "";

    private final Map<Drawer, List<RelatedFile>> drawers = new HashMap<>();
    private final List<RelatedFile> all = new ArrayList<>();
    private final Set<RelatedFile> used = new HashSet<>();
    private final Map<RelatedFile, String> misshapen = new LinkedHashMap<>();
    private final List<Thing> things;
    private final String namespace;

    private RelatedFiles(List<Thing> things, String namespace) {
        this.things = things;
        this.namespace = namespace;
    }

    /** @param asked a label of its pods, or a name; empty for what asks neither */
    private record Drawer(RelatedKind kind, String namespace, String asked) {}

    /**
     * Of each related object only the head is kept, besides what rules read of it.
     *
     * @param namespace the namespace of objects that name none
     */
    static RelatedFiles of(List<Thing> things, String namespace) {
        var related = new RelatedFiles(things, namespace);
        things.forEach(thing -> kind(thing).ifPresent(it -> {
            related.add(RelatedFile.of(it, thing, related.plain(it, thing)));
            thing.keepHead();
        }));
        return related;
    }

    private static Optional<RelatedKind> kind(Thing thing) {
        return Arrays.stream(RelatedKind.values()).filter(it -> isA(it, thing)).findFirst();
    }

    private String namespaceOf(Thing thing) {
        return thing.namespaceOr(namespace);
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

    private Map<String, Object> plain(RelatedKind kind, Thing thing) {
        var stored = thing.stored(namespaceOf(thing));
        RelatedKindDefaults.fillIn(kind, new Fields(stored));
        return PlainObject.neighbour(CheckedFiles.plain(stored));
    }

    /** Into the emptiest drawer of those where a Deployment that it is about looks. */
    private void add(RelatedFile file) {
        var in = namespaceOf(file.thing());
        var drawer = file.asks().stream()
                .map(it -> new Drawer(file.kind(), in, it))
                .min(Comparator.comparing(
                        it -> drawers.getOrDefault(it, List.of()).size()))
                .orElseGet(() -> new Drawer(file.kind(), in, ANY));
        drawers.computeIfAbsent(drawer, _ -> new ArrayList<>()).add(file);
        all.add(file);
    }

    Around around(String namespace, ReferencedDeployment referenced) {
        return new Around(
                find(RelatedKind.DisruptionBudget, namespace, referenced),
                find(RelatedKind.Autoscaler, namespace, referenced),
                find(RelatedKind.Service, namespace, referenced),
                find(RelatedKind.NetworkPolicy, namespace, referenced),
                find(RelatedKind.ServiceAccount, namespace, referenced).stream()
                        .findFirst()
                        .orElseGet(() -> account(namespace, referenced.serviceAccount())));
    }

    Optional<String> autoscalerOf(String namespace, String deployment) {
        var all = drawers.getOrDefault(new Drawer(RelatedKind.Autoscaler, namespace, deployment), List.of());
        return all.stream().filter(RelatedFile::selects).map(RelatedFile::name).min(Comparator.naturalOrder());
    }

    private List<Map<String, Object>> find(RelatedKind kind, String namespace, ReferencedDeployment referenced) {
        return drawersOf(kind, referenced)
                .flatMap(it -> drawers.getOrDefault(new Drawer(kind, namespace, it), List.of()).stream())
                .filter(it -> concerns(it, referenced))
                .peek(used::add)
                .sorted(Comparator.comparing(RelatedFile::name))
                .map(RelatedFile::plain)
                .toList();
    }

    private static Stream<String> drawersOf(RelatedKind kind, ReferencedDeployment referenced) {
        return switch (kind) {
            case Autoscaler -> Stream.of(referenced.deployment());
            case ServiceAccount -> Stream.of(referenced.serviceAccount());
            case DisruptionBudget, Service, NetworkPolicy ->
                Stream.concat(
                        Stream.of(ANY),
                        referenced.podLabels().entrySet().stream()
                                .map(it -> RelatedFile.label(it.getKey(), it.getValue())));
        };
    }

    private boolean concerns(RelatedFile file, ReferencedDeployment referenced) {
        try {
            return file.kind().concerns(file.plain(), file.name(), referenced);
        } catch (IllegalArgumentException | ClassCastException unclear) {
            misshapen.put(file, "%s: what it selects cannot be told: left out".formatted(file.thing()));
            return false;
        }
    }

    /** Kubernetes makes the account {@code default} in every namespace; others exist only if they are given. */
    private static Map<String, Object> account(String namespace, String name) {
        if (!name.equals(DEFAULT_ACCOUNT)) {
            return Map.of();
        }
        var account =
                JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "ServiceAccount");
        account.putObject("metadata").put("name", name).put("namespace", namespace);
        return PlainObject.neighbour(CheckedFiles.plain(account));
    }

    Collection<String> misshapen() {
        return misshapen.values();
    }

    /** Sentences on those that are about nothing in the input: no Deployment asked for, and no other workload. */
    Stream<String> unused() {
        var workloads = workloads();
        return all.stream()
                .filter(it -> it.kind() != RelatedKind.ServiceAccount && it.selects())
                .filter(it -> !used.contains(it) && !misshapen.containsKey(it))
                .filter(it -> workloads.getOrDefault(namespaceOf(it.thing()), List.of()).stream()
                        .noneMatch(pods -> concerns(it, pods)))
                .map(it -> "%s: it leads to nothing in this input: its selector or its target may be misspelt"
                        .formatted(it.thing()));
    }

    /** The pods of all workloads, by namespace. */
    private Map<String, List<ReferencedDeployment>> workloads() {
        return things.stream()
                .collect(groupingBy(
                        this::namespaceOf,
                        flatMapping(
                                it -> RelatedFile.podLabels(it).stream()
                                        .map(labels -> new ReferencedDeployment("", labels, DEFAULT_ACCOUNT)),
                                toList())));
    }
}
