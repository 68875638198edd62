package dev.readygate.cluster;

import dev.readygate.facts.PlainObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;

/** An object as the API server returned it → plain values. */
final class PlainObjects {
    private PlainObjects() {}

    static Map<String, Object> deployment(HasMetadata object, KubernetesSerialization json) {
        return PlainObject.deployment(json.convertValue(object, Map.class));
    }

    static Map<String, Object> neighbour(HasMetadata object, KubernetesSerialization json) {
        return PlainObject.neighbour(json.convertValue(object, Map.class));
    }
}
