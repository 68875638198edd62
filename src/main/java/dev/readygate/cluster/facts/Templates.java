package dev.readygate.cluster.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.cluster.kube.ObjectNames;
import dev.readygate.facts.PodTemplate;

/** Converts pod templates between JSON and facts, never through the client's model, which would lose newer fields. */
public final class Templates {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Templates() {}

    /** Reads the template of a Deployment or a ReplicaSet, without the hash and the annotation of a restart. */
    public static PodTemplate of(JsonNode raw) {
        ObjectNode template = raw.deepCopy();
        if (template.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove("creationTimestamp");
            without(metadata, "labels", ObjectNames.TEMPLATE_HASH);
            without(metadata, "annotations", ObjectNames.RESTARTED);
        }
        return asWritten(template);
    }

    /** To the API server an empty map and no map are the same. */
    private static void without(ObjectNode metadata, String map, String key) {
        if (metadata.get(map) instanceof ObjectNode entries) {
            entries.remove(key);
            if (entries.isEmpty()) {
                metadata.remove(map);
            }
        }
    }

    /** Takes a template that {@link #of} returned before. */
    public static PodTemplate asWritten(JsonNode template) {
        try {
            return new PodTemplate(JSON.writeValueAsString(JSON.treeToValue(template, Object.class)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a pod template is not JSON", e);
        }
    }

    public static ObjectNode json(PodTemplate template) {
        try {
            return (ObjectNode) JSON.readTree(template.json());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a pod template is not JSON", e);
        }
    }

    public static int size(Object value) {
        try {
            return JSON.writeValueAsBytes(value).length;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }
}
