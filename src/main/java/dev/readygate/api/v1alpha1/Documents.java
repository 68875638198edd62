package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Free-form parts of an object. The API server takes them nested thousands of levels deep, where comparing or writing
 * them would overflow the stack of whoever tries; so that one such object harms nobody else, it is read as a note.
 */
final class Documents {
    static final int DEEPEST = 64;
    static final String REFUSED = "readygate.dev/refused";

    private Documents() {}

    static ObjectNode bounded(ObjectNode document) {
        return document == null || isShallow(document)
                ? document
                : JsonNodeFactory.instance.objectNode().put(REFUSED, "nested deeper than " + DEEPEST + " levels");
    }

    private static boolean isShallow(ObjectNode document) {
        List<JsonNode> level = List.of(document);
        for (int depth = 0; depth <= DEEPEST && !level.isEmpty(); depth++) {
            var below = new ArrayList<JsonNode>();
            level.forEach(it -> it.forEach(below::add));
            level = below;
        }
        return level.isEmpty();
    }
}
