package dev.readygate.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Single fields of one version of one object, each put where it belongs, whatever else is there. Fenced by writing the
 * identity and the version, which the API server takes for a conflict if they are others: a failed test would be an
 * error like any.
 */
public final class JsonPatch {
    private final ArrayNode operations = JsonNodeFactory.instance.arrayNode();

    public JsonPatch(String uid, String resourceVersion) {
        put("/metadata/uid", JsonNodeFactory.instance.textNode(uid));
        put("/metadata/resourceVersion", JsonNodeFactory.instance.textNode(resourceVersion));
    }

    /** Also where something is already. */
    public JsonPatch put(String path, JsonNode value) {
        operations.addObject().put("op", "add").put("path", path).set("value", value);
        return this;
    }

    public JsonPatch remove(String path) {
        operations.addObject().put("op", "remove").put("path", path);
        return this;
    }

    @Override
    public String toString() {
        return operations.toString();
    }
}
