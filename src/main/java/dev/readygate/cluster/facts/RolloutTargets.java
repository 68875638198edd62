package dev.readygate.cluster.facts;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads which Deployment a Rollout of Argo or OpenKruise, or a Canary of Flagger, rolls out. */
public final class RolloutTargets {
    private RolloutTargets() {}

    /**
     * The Deployment's name. Empty until the object has a status, which only its controller may write: an object that no
     * controller acts on must not take a Deployment out of its gates.
     */
    public static Optional<String> deployment(GenericKubernetesResource rollout) {
        var object = rollout.getAdditionalProperties();
        var spec = at(object, "spec");
        if (at(object, "status").isEmpty() || Boolean.TRUE.equals(spec.get("disabled"))) {
            return Optional.empty();
        }
        return Stream.of(at(spec, "workloadRef"), at(spec, "targetRef"), at(at(spec, "objectRef"), "workloadRef"))
                .filter(it -> "Deployment".equals(it.get("kind")))
                .map(it -> it.get("name"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }

    /** An object that is about the same Deployment, and has nothing else. */
    public static GenericKubernetesResource trim(GenericKubernetesResource whole) {
        var metadata = whole.getMetadata();
        var kept = new GenericKubernetesResource();
        kept.setMetadata(new ObjectMetaBuilder()
                .withNamespace(metadata.getNamespace())
                .withName(metadata.getName())
                .withUid(metadata.getUid())
                .withResourceVersion(metadata.getResourceVersion())
                .build());
        deployment(whole)
                .ifPresent(it -> kept.setAdditionalProperties(Map.of(
                        "spec", Map.of("workloadRef", Map.of("kind", "Deployment", "name", it)),
                        "status", Map.of("written", true))));
        return kept;
    }

    private static Map<?, ?> at(Map<?, ?> map, String field) {
        return map.get(field) instanceof Map<?, ?> inner ? inner : Map.of();
    }
}
