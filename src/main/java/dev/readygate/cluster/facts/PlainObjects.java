package dev.readygate.cluster.facts;

import dev.readygate.facts.PlainObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;

/** Turns an object, as the API server returned it, into plain maps and lists. */
public final class PlainObjects {
    private PlainObjects() {}

    public static Map<String, Object> deployment(HasMetadata object, KubernetesSerialization json) {
        return PlainObject.deployment(json.convertValue(object, Map.class));
    }

    public static Map<String, Object> neighbour(HasMetadata object, KubernetesSerialization json) {
        return PlainObject.neighbour(json.convertValue(object, Map.class));
    }
}
