package dev.readygate.api.v1alpha1;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRuleBuilder;
import java.util.List;

/**
 * The schema of a type that is a single value. Values of users are validated completely, so that every stored
 * object can be read; values of the operator are not, so that no bug of the operator makes a status unwritable.
 */
enum ValueTypes {
    WRITTEN_BY_PEOPLE,
    WRITTEN_BY_THE_OPERATOR;

    private static final String INSTANT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
            + "([.][0-9]{1,9})?(Z|[+-](0[0-9]|1[0-7]):[0-5][0-9])$";

    /** False for a type that is more than a single value, or needs no description. */
    boolean describe(JSONSchemaProps schema, Class<?> type) {
        switch (type.getSimpleName()) {
            case "String" -> explain(schema);
            case "Integer" -> schema.setFormat("int32");
            case "Long" -> schema.setFormat("int64");
            case "Double" -> schema.setFormat("double");
            case "Instant" -> instant(schema);
            case "LocalDate" -> schema.setFormat("date");
            case "ReadinessDuration" -> duration(schema);
            case "Latency" -> text(schema, Latency.PATTERN, Latency.MAX_LENGTH, "a time such as 250ms, 2s or 1s500ms");
            case "Percentage" ->
                text(schema, Percentage.PATTERN, Percentage.MAX_LENGTH, "a percentage such as 5%, 99.9% or 100%");
            case "Port" -> port(schema);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void instant(JSONSchemaProps schema) {
        schema.setFormat("date-time");
        if (this == WRITTEN_BY_PEOPLE) {
            schema.setPattern(INSTANT);
            schema.setMaxLength(40L);
        }
    }

    private void duration(JSONSchemaProps schema) {
        var pattern = schema.getPattern() == null ? ReadinessDuration.PATTERN : schema.getPattern();
        text(
                schema,
                pattern,
                ReadinessDuration.MAX_LENGTH,
                "a duration such as 90s, 5m, 24h, 30d or 1h30m, with the largest unit first and no zeros");
    }

    private void text(JSONSchemaProps schema, String pattern, int maxLength, String whatItIs) {
        schema.setPattern(null);
        if (this == WRITTEN_BY_PEOPLE) {
            schema.setMinLength(2L);
            schema.setMaxLength((long) maxLength);
            schema.setPattern(pattern);
            addRule(schema, matches(pattern), "write " + whatItIs);
        }
    }

    private void explain(JSONSchemaProps schema) {
        if (this == WRITTEN_BY_PEOPLE && schema.getPattern() != null) {
            addRule(schema, matches(schema.getPattern()), Sentences.about(schema.getPattern()));
        }
    }

    private static String matches(String pattern) {
        return "self.matches('%s')".formatted(pattern.replace("\\", "\\\\").replace("'", "\\'"));
    }

    private static void addRule(JSONSchemaProps schema, String rule, String message) {
        schema.getXKubernetesValidations()
                .add(new ValidationRuleBuilder()
                        .withRule(rule)
                        .withMessage(message)
                        .build());
    }

    private static void port(JSONSchemaProps schema) {
        schema.setType(null);
        schema.setXKubernetesPreserveUnknownFields(null);
        schema.setXKubernetesIntOrString(true);
        schema.setAnyOf(List.of(ofType("integer"), ofType("string")));
        schema.setMaxLength(15L);
        addRule(
                schema,
                "type(self) == int ? self >= 1 && self <= 65535 : size(self) <= 15 && " + matches(Patterns.PORT),
                "write a port number from 1 to 65535, or the name of a declared port; a number goes without quotes");
    }

    private static JSONSchemaProps ofType(String type) {
        return new JSONSchemaPropsBuilder().withType(type).build();
    }
}
