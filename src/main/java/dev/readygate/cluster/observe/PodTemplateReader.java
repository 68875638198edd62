package dev.readygate.cluster.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readygate.cluster.facts.Templates;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.PodTemplate;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads whole pod templates, once each, for the few Deployments and revisions that need them. */
final class PodTemplateReader {
    private final KubernetesClient client;
    private final Map<DeploymentRef, Map<String, PodTemplate>> known = new ConcurrentHashMap<>();

    PodTemplateReader(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Adds the templates of the revision that rolls out or runs, and of those in the report. While the declared
     * template waits at gate Start, adds it as well, and those of the revisions that it may equal.
     */
    Snapshot completing(Snapshot world, Deployment trimmed, Set<String> reported) {
        var ref = world.workload().ref();
        var declared = declaredKey(trimmed);
        forgetAllBut(ref, Stream.concat(world.revisions().stream().map(Revision::uid), Stream.of(declared)));
        var workload = world.parked().isPresent()
                ? world.workload().with(once(ref, declared, "Deployment", ref.name()))
                : world.workload();
        var revisions = world.revisions().stream()
                .map(it -> matters(it, world, reported) ? it.with(once(ref, it.uid(), "ReplicaSet", it.name())) : it)
                .toList();
        return world.with(workload, revisions);
    }

    private static boolean matters(Revision revision, Snapshot world, Set<String> reported) {
        boolean comparable = revision.desired() > 0
                || world.book().filter(it -> it.verifies(revision.hash())).isPresent();
        return reported.contains(revision.hash())
                || world.rolling().filter(revision::equals).isPresent()
                || comparable && world.parked().isPresent();
    }

    /** A ReplicaSet's template never changes, and a Deployment's only together with its generation. */
    private static String declaredKey(Deployment trimmed) {
        return "generation " + trimmed.getMetadata().getGeneration();
    }

    void forget(DeploymentRef ref) {
        known.remove(ref);
    }

    private void forgetAllBut(DeploymentRef ref, Stream<String> keys) {
        var kept = keys.collect(Collectors.toSet());
        Optional.ofNullable(known.get(ref)).ifPresent(it -> it.keySet().retainAll(kept));
    }

    private Optional<PodTemplate> once(DeploymentRef ref, String key, String kind, String name) {
        var ofThis = known.computeIfAbsent(ref, it -> new ConcurrentHashMap<>());
        var template = Optional.ofNullable(ofThis.get(key)).or(() -> read(ref.namespace(), kind, name));
        template.ifPresent(it -> ofThis.put(key, it));
        return template;
    }

    private Optional<PodTemplate> read(String namespace, String kind, String name) {
        return Optional.ofNullable(client.genericKubernetesResources(context(kind))
                        .inNamespace(namespace)
                        .withName(name)
                        .get())
                .map(this::template);
    }

    private PodTemplate template(GenericKubernetesResource object) {
        Object raw = object.get("spec", "template");
        return Templates.of(client.getKubernetesSerialization().convertValue(raw, JsonNode.class));
    }

    private static ResourceDefinitionContext context(String kind) {
        return new ResourceDefinitionContext.Builder()
                .withGroup("apps")
                .withVersion("v1")
                .withKind(kind)
                .withPlural(kind.equals("Deployment") ? "deployments" : "replicasets")
                .withNamespaced(true)
                .build();
    }
}
