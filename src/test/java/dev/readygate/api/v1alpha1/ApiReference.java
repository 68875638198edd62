package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code docs/reference/api.md}: every kind and type with its fields, from the schema that the API server enforces. */
final class ApiReference {
    private static final String HEADER = """
            # API reference: `readygate.dev/v1alpha1`

            Generated from the types in `dev.readygate.api.v1alpha1`: change those, then `./readygate generate`.

            Values that appear everywhere: a *duration* is written `90s`, `5m`, `24h`, `30d` or `1h30m`, the largest unit
            first; a *latency* `250ms`, `2s` or `1s500ms`; a *percentage* `5%`, `99.9%` or `100%`; a *time*
            `2026-12-01T00:00:00Z`; a *date* `2026-12-01`.
            """;
    private static final Map<String, String> VALUES = Map.of(
            "ReadinessDuration", "duration",
            "Latency", "latency",
            "Percentage", "percentage",
            "Port", "number or name",
            "Instant", "time",
            "LocalDate", "date",
            "ObjectNode", "any object",
            "AttemptStatus", "object",
            "Boolean", "true or false",
            "String", "text");

    private final Map<Class<?>, String> sections = new LinkedHashMap<>();

    static String text() {
        var reference = new ApiReference();
        var kinds = CrdFiles.KINDS.stream().map(reference::kind).collect(Collectors.joining());
        return HEADER + "\n## Kinds\n" + kinds + "\n## Types\n" + String.join("", reference.sections.values());
    }

    private String kind(Class<? extends CustomResource<?, ?>> kind) {
        var definition = CrdFiles.definitionOf(kind);
        var names = definition.getSpec().getNames();
        var root = definition.getSpec().getVersions().getFirst().getSchema().getOpenAPIV3Schema();
        var types = ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments();
        var parts = new StringBuilder("\n### %s\n\n%s\n\n`kubectl get %s` · %s\n%s"
                .formatted(
                        kind.getSimpleName(),
                        root.getDescription(),
                        names.getShortNames().getFirst(),
                        definition.getSpec().getScope().toLowerCase(),
                        rules(root)));
        add(parts, "spec", root, types[0]);
        add(parts, "status", root, types[1]);
        return parts.toString();
    }

    private void add(StringBuilder parts, String name, JSONSchemaProps root, Type type) {
        if (root.getProperties().containsKey(name)) {
            describe((Class<?>) type, root.getProperties().get(name));
            parts.append("\n`%s`: %s\n".formatted(name, link((Class<?>) type)));
        }
    }

    private void describe(Class<?> type, JSONSchemaProps schema) {
        if (sections.containsKey(type)) {
            return;
        }
        sections.put(type, "");
        var purpose = type.getAnnotation(JsonClassDescription.class);
        var rows = Arrays.stream(type.getRecordComponents())
                .map(it -> row(it, schema))
                .collect(Collectors.joining());
        var intro = purpose == null ? "" : "\n" + purpose.value() + "\n";
        sections.put(
                type,
                "\n### %s\n%s\n| field | type | |\n|---|---|---|\n%s%s"
                        .formatted(type.getSimpleName(), intro, rows, rules(schema)));
    }

    private String row(RecordComponent component, JSONSchemaProps owner) {
        var name = SchemaFinisher.nameOf(component);
        var schema = owner.getProperties().get(name);
        var required = owner.getRequired().contains(name) ? " (required)" : "";
        return "| `%s`%s | %s | %s |\n"
                .formatted(name, required, typeOf(component.getGenericType(), schema), cell(schema.getDescription()));
    }

    private String typeOf(Type type, JSONSchemaProps schema) {
        return switch (type) {
            case ParameterizedType it
            when it.getRawType() == List.class ->
                "list of "
                        + typeOf(
                                it.getActualTypeArguments()[0],
                                schema.getItems().getSchema());
            case ParameterizedType it ->
                "map to "
                        + typeOf(
                                it.getActualTypeArguments()[1],
                                schema.getAdditionalProperties().getSchema());
            case Class<?> it
            when it.isEnum() ->
                schema.getEnum().stream().map(JsonNode::asText).collect(Collectors.joining("`, `", "`", "`"));
            case Class<?> it when VALUES.containsKey(it.getSimpleName()) -> VALUES.get(it.getSimpleName());
            case Class<?> it
            when it.isRecord() -> {
                describe(it, schema);
                yield link(it);
            }
            default -> number(schema);
        };
    }

    private static String number(JSONSchemaProps schema) {
        Function<Double, String> plain = it -> it == Math.rint(it) ? String.valueOf(it.longValue()) : it.toString();
        var from = schema.getMinimum() == null ? "" : ", from " + plain.apply(schema.getMinimum());
        var to = schema.getMaximum() == null ? "" : " to " + plain.apply(schema.getMaximum());
        return (schema.getType().equals("integer") ? "whole number" : "number") + from + to;
    }

    private static String rules(JSONSchemaProps schema) {
        return schema.getXKubernetesValidations().stream()
                .map(ValidationRule::getMessage)
                .map(it -> "- " + it + "\n")
                .collect(Collectors.collectingAndThen(Collectors.joining(), it -> it.isEmpty() ? it : "\n" + it));
    }

    private static String link(Class<?> type) {
        return "[%s](#%s)".formatted(type.getSimpleName(), type.getSimpleName().toLowerCase());
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("{{", "`{{").replace("}}", "}}`");
    }
}
