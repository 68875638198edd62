package dev.readygate.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of an object, into which defaults are written where its author left fields out.
 *
 * @param path its place in the object, empty for the object itself
 */
record Fields(ObjectNode node, String path) {
    Fields(ObjectNode node) {
        this(node, "");
    }

    Fields or(String field, String otherwise) {
        if (!node.has(field)) {
            node.put(field, otherwise);
        }
        return this;
    }

    Fields or(String field, long otherwise) {
        if (!node.has(field)) {
            node.put(field, otherwise);
        }
        return this;
    }

    /** Returns the field, and creates it if it is missing. */
    Fields in(String field) {
        if (node.has(field) && !node.get(field).isObject()) {
            throw new IllegalArgumentException(at(field) + " is no object");
        }
        return new Fields(node.withObjectProperty(field), at(field));
    }

    /** Returns the field if it exists. */
    Stream<Fields> there(String field) {
        return of(node.path(field), at(field));
    }

    Stream<Fields> each(String list) {
        return node.path(list).valueStream().flatMap(it -> of(it, at(list)));
    }

    private static Stream<Fields> of(JsonNode node, String path) {
        return node instanceof ObjectNode object ? Stream.of(new Fields(object, path)) : Stream.empty();
    }

    private String at(String field) {
        return path.isEmpty() ? field : "%s.%s".formatted(path, field);
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
    }

    /** Removes fields whose value is false, zero or empty. */
    Fields dropIfZero(String... fields) {
        Stream.of(fields).filter(it -> isZero(node.path(it))).forEach(node::remove);
        return this;
    }

    private static boolean isZero(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> !value.booleanValue();
            case NUMBER -> value.decimalValue().signum() == 0;
            case STRING -> value.textValue().isEmpty();
            case OBJECT -> value.isEmpty();
            case ARRAY, BINARY, MISSING, NULL, POJO -> false;
        };
    }

    void quantities(String field) {
        if (node.path(field) instanceof ObjectNode map) {
            map.properties().forEach(it -> it.setValue(QuantityText.ofAResource(it.getValue())));
        }
    }

    void quantity(String field) {
        if (node.has(field)) {
            node.set(field, QuantityText.canonical(node.get(field)));
        }
    }
}
