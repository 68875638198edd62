package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks a generated schema beside its records and adds what the generator leaves out: the order of fields and enum
 * values, list and map types, formats, and the patterns of value types.
 *
 * @param values adds the schemas of types that are a single value
 * @param insideList whether this is part of a list's items
 */
record SchemaFinisher(ValueTypes values, boolean insideList) {

    SchemaFinisher(ValueTypes values) {
        this(values, false);
    }

    void finish(JSONSchemaProps schema, Type type) {
        switch (type) {
            case ParameterizedType it
            when it.getRawType() == List.class ->
                new SchemaFinisher(values, true).finish(schema.getItems().getSchema(), argument(it, 0));
            case ParameterizedType it
            when it.getRawType() == Map.class ->
                finish(schema.getAdditionalProperties().getSchema(), argument(it, 1));
            case Class<?> it when values.describe(schema, it) -> {}
            case Class<?> it when it.isEnum() -> schema.setEnum(inOrder(it));
            case Class<?> it
            when Boolean.TRUE.equals(schema.getXKubernetesPreserveUnknownFields()) -> schema.setType("object");
            case Class<?> it when it.isRecord() -> finishFields(schema, it);
            default -> {}
        }
    }

    private static Type argument(ParameterizedType type, int index) {
        return type.getActualTypeArguments()[index];
    }

    private static List<JsonNode> inOrder(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(it -> it.isEnumConstant())
                .map(it -> Optional.ofNullable(it.getAnnotation(JsonProperty.class))
                        .map(JsonProperty::value)
                        .orElse(it.getName()))
                .<JsonNode>map(TextNode::valueOf)
                .toList();
    }

    private void finishFields(JSONSchemaProps schema, Class<?> type) {
        var generated = schema.getProperties();
        var ordered = new LinkedHashMap<String, JSONSchemaProps>();
        for (var component : type.getRecordComponents()) {
            var field = generated.get(nameOf(component));
            describe(field, component);
            shape(field, component);
            finish(field, component.getGenericType());
            ordered.put(nameOf(component), field);
        }
        schema.setProperties(ordered);
    }

    static String nameOf(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
                .map(JsonProperty::value)
                .orElse(component.getName());
    }

    /**
     * kubectl explain does not show defaults, so the description does. Inside lists that is all there is: a default that
     * the API server fills in there makes client-side apply and Argo CD see a difference for ever, as they compare lists
     * as a whole. The records know the same defaults.
     */
    private void describe(JSONSchemaProps field, RecordComponent component) {
        var type = component.getType().getAnnotation(JsonClassDescription.class);
        if (field.getDescription() == null && type != null) {
            field.setDescription(type.value());
        }
        if (field.getDefault() != null) {
            field.setDescription("%s Default: %s."
                    .formatted(field.getDescription(), field.getDefault().asText()));
            field.setDefault(insideList ? null : field.getDefault());
        }
    }

    private static void shape(JSONSchemaProps field, RecordComponent component) {
        var keys = component.getAccessor().getAnnotation(KeyedBy.class);
        boolean atomic = component.getAccessor().isAnnotationPresent(Atomic.class);
        if (keys != null) {
            field.setXKubernetesListType("map");
            field.setXKubernetesListMapKeys(List.of(keys.value()));
        } else if (atomic && component.getType() == Map.class) {
            field.setXKubernetesMapType("atomic");
        } else if (atomic) {
            field.setXKubernetesListType("atomic");
        }
    }
}
