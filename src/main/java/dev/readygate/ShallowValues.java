package dev.readygate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads values without a type of their own down to a depth that no real object has; deeper parts are left out. The
 * client copies each event of a watch by serializing it once, and serializing an object nested thousands of levels
 * deep overflows the stack, which ends the watch. The reader of a policy notices a part that was left out: {@code
 * Documents}.
 */
final class ShallowValues extends StdDeserializer<Object> {
    /** A policy's own parts may be 64 levels deep, and begin at the tenth level at the latest. */
    static final int DEEPEST = 80;

    ShallowValues() {
        super(Object.class);
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return value(json, 0);
    }

    /** The parser does not always know its depth: it may read a tree. */
    private static Object value(JsonParser json, int depth) throws IOException {
        if (depth > DEEPEST && json.currentToken().isStructStart()) {
            boolean array = json.isExpectedStartArrayToken();
            json.skipChildren();
            return array ? List.of() : Map.of();
        }
        return switch (json.currentToken()) {
            case START_OBJECT, FIELD_NAME -> object(json, depth);
            case START_ARRAY -> array(json, depth);
            case VALUE_NUMBER_INT -> json.getNumberValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            case VALUE_NULL -> null;
            case VALUE_EMBEDDED_OBJECT -> json.getEmbeddedObject();
            default -> json.getText();
        };
    }

    private static Map<String, Object> object(JsonParser json, int depth) throws IOException {
        var object = new LinkedHashMap<String, Object>();
        var name = json.currentToken() == JsonToken.FIELD_NAME ? json.currentName() : json.nextFieldName();
        for (; name != null; name = json.nextFieldName()) {
            json.nextToken();
            object.put(name, value(json, depth + 1));
        }
        return object;
    }

    private static List<Object> array(JsonParser json, int depth) throws IOException {
        var array = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(json, depth + 1));
        }
        return array;
    }
}
