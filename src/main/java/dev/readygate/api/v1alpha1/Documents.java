package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Free-form parts of an object. The API server accepts them nested thousands of levels deep, where comparing or
 * writing them would overflow the stack, and megabytes large. Such a part is read as a short note, so that one
 * object harms no other.
 */
public final class Documents {
    static final int DEEPEST = 64;
    static final int LARGEST = 64 * 1024;
    private static final long BYTES_A_NODE = 100;
    private static final String REFUSED = "readygate.dev/refused";

    private Documents() {}

    /** Why the part is not read, if it is not. */
    public static Optional<String> refusal(ObjectNode document) {
        return Optional.ofNullable(document).map(it -> it.get(REFUSED)).map(JsonNode::textValue);
    }

    /** The note in place of a part that is not read. */
    public static ObjectNode refused(String why) {
        return JsonNodeFactory.instance.objectNode().put(REFUSED, why);
    }

    /** Its approximate size in memory. */
    public static long bytes(ObjectNode document) {
        if (document == null) {
            return 0;
        }
        long bytes = 0;
        var left = new ArrayDeque<JsonNode>(List.of(document));
        while (!left.isEmpty()) {
            var node = left.pop();
            bytes += BYTES_A_NODE + own(node);
            node.forEach(left::push);
        }
        return bytes;
    }

    static ObjectNode bounded(ObjectNode document) {
        if (document == null) {
            return null;
        }
        List<JsonNode> level = List.of(document);
        int size = 0;
        for (int depth = 0; !level.isEmpty(); depth++) {
            size += level.stream().mapToInt(Documents::own).sum();
            if (depth > DEEPEST || size > LARGEST) {
                return refused(
                        depth > DEEPEST
                                ? "nested deeper than %d levels".formatted(DEEPEST)
                                : "larger than %d KiB".formatted(LARGEST / 1024));
            }
            var below = new ArrayList<JsonNode>();
            level.forEach(it -> it.forEach(below::add));
            level = below;
        }
        return document;
    }

    /** In characters, without its children. */
    private static int own(JsonNode node) {
        if (node.isObject()) {
            return 2
                    + node.properties().stream()
                            .mapToInt(it -> it.getKey().length() + 4)
                            .sum();
        }
        return node.isContainerNode() ? 2 + node.size() : node.asText().length() + 2;
    }
}
