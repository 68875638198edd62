package dev.readygate.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Changes single fields of one version of one object. The patch writes the UID and the resourceVersion instead of
 * testing them: the API server answers other values with a conflict, but a failed test with an error like any other.
 */
public final class JsonPatch {
    private final ArrayNode operations = JsonNodeFactory.instance.arrayNode();

    public JsonPatch(String uid, String resourceVersion) {
        put("/metadata/uid", JsonNodeFactory.instance.textNode(uid));
        put("/metadata/resourceVersion", JsonNodeFactory.instance.textNode(resourceVersion));
    }

    /** Adds the value, or replaces the one that is there. */
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
