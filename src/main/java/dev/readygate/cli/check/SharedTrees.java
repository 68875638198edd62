package dev.readygate.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes trees of what YAML says. Nulls and empty lists are left out: Kubernetes treats them as missing. Ten thousand
 * manifests have few different words, and each is kept once.
 */
final class SharedTrees {
    private final Map<String, TextNode> words = new HashMap<>();

    /** @param value maps, lists, texts, numbers, booleans, bytes or null */
    JsonNode of(Object value) {
        return switch (value) {
            case Map<?, ?> map -> object(map);
            case List<?> list -> array(list);
            case String text -> word(text);
            case null -> JsonNodeFactory.instance.nullNode();
            default -> scalar(value);
        };
    }

    private ObjectNode object(Map<?, ?> map) {
        var object = new ObjectNode(JsonNodeFactory.instance, LinkedHashMap.newLinkedHashMap(map.size()));
        map.forEach((name, value) -> {
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                object.set(word(String.valueOf(name)).textValue(), of(value));
            }
        });
        return object;
    }

    private ArrayNode array(List<?> list) {
        var array = JsonNodeFactory.instance.arrayNode(list.size());
        list.forEach(it -> array.add(of(it)));
        return array;
    }

    private TextNode word(String text) {
        return words.computeIfAbsent(text, TextNode::new);
    }

    private static JsonNode scalar(Object value) {
        var one = JsonNodeFactory.instance;
        return switch (value) {
            case Boolean truth -> one.booleanNode(truth);
            case Integer number -> one.numberNode(number);
            case Long number -> one.numberNode(number);
            case BigInteger number -> one.numberNode(number);
            case Double number -> one.numberNode(number);
            case byte[] bytes -> one.binaryNode(bytes);
            default -> one.textNode(value.toString());
        };
    }
}
