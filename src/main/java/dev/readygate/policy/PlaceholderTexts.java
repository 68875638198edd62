package dev.readygate.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** A placeholder in the texts of a tree. */
record PlaceholderTexts(String placeholder) {

    boolean occursIn(JsonNode tree) {
        return tree.isTextual()
                ? tree.textValue().contains(placeholder)
                : tree.valueStream().anyMatch(this::occursIn);
    }

    void replace(JsonNode tree, String value) {
        switch (tree) {
            case ObjectNode object ->
                List.copyOf(object.properties()).forEach(it -> object.set(it.getKey(), replaced(it.getValue(), value)));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, replaced(array.get(i), value));
                }
            }
            default -> {}
        }
    }

    private JsonNode replaced(JsonNode node, String value) {
        if (node.isTextual()) {
            return TextNode.valueOf(node.textValue().replace(placeholder, value));
        }
        replace(node, value);
        return node;
    }
}
