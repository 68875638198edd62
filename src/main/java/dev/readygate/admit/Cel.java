package dev.readygate.admit;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;

/** Values as CEL literals. */
final class Cel {
    private Cel() {}

    /** CEL has the same escapes as JSON. */
    static String text(String text) {
        return TextNode.valueOf(text).toString();
    }

    static String texts(Collection<String> texts) {
        return texts.stream().map(Cel::text).collect(joining(", ", "[", "]"));
    }

    /**
     * Expressions see the same types as in the operator: a whole number is an int. Each value is dyn, as CEL has no
     * mixed lists.
     */
    static String value(JsonNode json) {
        return "dyn(%s)".formatted(literal(json));
    }

    private static String literal(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT ->
                json.properties().stream()
                        .map(it -> text(it.getKey()) + ": " + value(it.getValue()))
                        .collect(joining(", ", "{", "}"));
            case ARRAY -> json.valueStream().map(Cel::value).collect(joining(", ", "[", "]"));
            case STRING -> text(json.textValue());
            case NUMBER ->
                json.canConvertToLong() && json.isIntegralNumber()
                        ? Long.toString(json.longValue())
                        : Double.toString(json.doubleValue());
            case BOOLEAN -> Boolean.toString(json.booleanValue());
            case NULL, MISSING -> "null";
            case BINARY, POJO -> throw new IllegalArgumentException("not JSON");
        };
    }
}
