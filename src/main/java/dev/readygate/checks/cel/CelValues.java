package dev.readygate.checks.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.function.Function;

/** JSON as CEL values. */
public final class CelValues {
    private CelValues() {}

    /** A map or list of plain values, for expressions that read it often. */
    public static Object ofPlain(Object plain) {
        return ReadMap.of(plain);
    }

    /** As the API server sees its objects: whole numbers are ints. */
    public static Object ofObject(JsonNode json) {
        return of(
                json,
                it -> it.canConvertToLong() && it.isIntegralNumber() ? (Object) it.longValue() : it.doubleValue());
    }

    /**
     * As CEL defines it for other JSON: every number is a double, so that a ratio of two counts is not rounded to a whole
     * number without its author knowing.
     */
    public static Object ofData(JsonNode json) {
        return of(json, JsonNode::doubleValue);
    }

    private static Object of(JsonNode json, Function<JsonNode, Object> number) {
        return switch (json.getNodeType()) {
            case OBJECT -> {
                var map = new HashMap<String, Object>();
                json.properties().forEach(it -> map.put(it.getKey(), of(it.getValue(), number)));
                yield map;
            }
            case ARRAY -> {
                var list = new ArrayList<>(json.size());
                json.forEach(it -> list.add(of(it, number)));
                yield list;
            }
            case STRING -> json.textValue();
            case BOOLEAN -> json.booleanValue();
            case NUMBER -> number.apply(json);
            case NULL, MISSING -> NullValue.NULL_VALUE;
            case BINARY, POJO -> throw new IllegalArgumentException("not JSON");
        };
    }
}
