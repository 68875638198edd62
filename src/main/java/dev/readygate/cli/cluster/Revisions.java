package dev.readygate.cli.cluster;

import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.cli.plan.DeclaredDeployment;
import dev.readygate.cli.plan.WayBack.KeptRevision;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The ReplicaSets of one Deployment, and its entry in the GateBook. */
public record Revisions(List<GenericKubernetesResource> replicaSets, Optional<String> line) {
    private static final String HASH = "pod-template-hash";
    private static final String NUMBER = "deployment.kubernetes.io/revision";

    public static Revisions of(Session session, DeclaredDeployment declared) {
        var book = session.client()
                .resources(GateBook.class)
                .inNamespace(session.namespace())
                .withName(GateBook.NAME)
                .get();
        return new Revisions(
                session.all(RawKinds.REPLICA_SET).stream()
                        .filter(it -> ObjectReader.isOwnedBy(it, declared.uid()))
                        .toList(),
                Optional.ofNullable(book)
                        .map(it ->
                                it.getSpec().deployments().get(declared.name().deployment())));
    }

    public List<KeptRevision> kept() {
        return replicaSets.stream().map(Revisions::kept).toList();
    }

    /** The third field of the entry {@code uid|gates|verified|held}. */
    public Set<String> verified() {
        return line.map(it -> it.split("\\|", -1)).filter(it -> it.length > 2).stream()
                .flatMap(it -> Arrays.stream(it[2].split(",")))
                .collect(Collectors.toSet());
    }

    private static KeptRevision kept(GenericKubernetesResource replicaSet) {
        var metadata = replicaSet.getMetadata();
        List<Map<String, Object>> containers = replicaSet.get("spec", "template", "spec", "containers");
        return new KeptRevision(
                Optional.ofNullable(metadata.getLabels())
                        .map(it -> it.get(HASH))
                        .orElse(""),
                ObjectReader.annotation(replicaSet, NUMBER).map(Long::parseLong).orElse(0L),
                metadata.getName(),
                containers.stream().map(it -> String.valueOf(it.get("image"))).toList());
    }

    /** The template as a user declared it, without the label that Kubernetes added. */
    public Map<String, Object> template(KeptRevision revision) {
        var replicaSet = replicaSets.stream()
                .filter(it -> it.getMetadata().getName().equals(revision.replicaSet()))
                .findFirst()
                .orElseThrow();
        Map<String, Object> template = new TreeMap<>(replicaSet.<Map<String, Object>>get("spec", "template"));
        template.computeIfPresent("metadata", (_, metadata) -> withoutHash(metadata));
        return template;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> withoutHash(Object metadata) {
        var changed = new TreeMap<>((Map<String, Object>) metadata);
        changed.computeIfPresent("labels", (_, labels) -> {
            var others = new TreeMap<>((Map<String, Object>) labels);
            others.remove(HASH);
            return others;
        });
        return changed;
    }
}
