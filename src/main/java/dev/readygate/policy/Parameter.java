package dev.readygate.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.readygate.api.v1alpha1.Percentage;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.api.v1alpha1.StandardParameter;
import dev.readygate.api.v1alpha1.StandardParameter.ParameterType;
import dev.readygate.api.v1alpha1.StandardRef;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Stream;

/** A standard's parameter, and the value that a policy gives it. */
record Parameter(StandardParameter declared, ParameterValue value) {

    static Parameter of(StandardParameter declared, StandardRef ref) {
        var given = ref.with().getOrDefault(declared.name(), declared.defaultValue());
        return new Parameter(declared, given == null ? missing(declared, ref) : read(declared, ref, given));
    }

    String placeholder() {
        return "{{" + declared.name() + "}}";
    }

    /** The given value, or a sentence that says why there is none. */
    sealed interface ParameterValue {
        record Given(String text, JsonNode node) implements ParameterValue {}

        record Unusable(String why) implements ParameterValue {}

        default <T> T fold(Function<Given, T> given, Function<String, T> unusable) {
            return switch (this) {
                case Given it -> given.apply(it);
                case Unusable it -> unusable.apply(it.why());
            };
        }
    }

    private static ParameterValue missing(StandardParameter declared, StandardRef ref) {
        return new ParameterValue.Unusable("standard %s needs a value for parameter %s: give one under standards[].with"
                .formatted(ref.name(), declared.name()));
    }

    private static ParameterValue read(StandardParameter declared, StandardRef ref, String text) {
        try {
            return new ParameterValue.Given(text, node(declared.type(), text));
        } catch (IllegalArgumentException wrong) {
            return new ParameterValue.Unusable(
                    "parameter %s of standard %s must be a %s, not '%s': correct standards[].with"
                            .formatted(declared.name(), ref.name(), declared.type(), text));
        }
    }

    private static JsonNode node(ParameterType type, String text) {
        return switch (type) {
            case String -> TextNode.valueOf(text);
            case Number -> DecimalNode.valueOf(new BigDecimal(text));
            case Boolean -> bool(text);
            case Duration -> TextNode.valueOf(new ReadinessDuration(text).text());
            case Percentage -> TextNode.valueOf(new Percentage(text).text());
            case List -> list(text);
        };
    }

    private static JsonNode bool(String text) {
        return switch (text) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static JsonNode list(String text) {
        var array = JsonNodeFactory.instance.arrayNode();
        Stream.of(text.split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .forEach(array::add);
        return array;
    }
}
