package dev.readygate.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.generator.annotation.Default;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that every field of every kind follows. */
class SchemaTest {
    /** A field of a kind: its path and its schema. */
    record Field(String path, JSONSchemaProps schema) {
        String name() {
            return path.substring(path.lastIndexOf('.') + 1);
        }

        boolean writtenByPeople() {
            return path.contains(".spec") && !path.startsWith("GateBook");
        }
    }

    private static final List<Field> FIELDS = new ArrayList<>();

    @BeforeAll
    static void collect() {
        for (var kind : CrdFiles.KINDS) {
            var version = CrdFiles.definitionOf(kind).getSpec().getVersions().getFirst();
            collect(kind.getSimpleName(), version.getSchema().getOpenAPIV3Schema());
        }
    }

    private static void collect(String path, JSONSchemaProps schema) {
        FIELDS.add(new Field(path, schema));
        if (schema.getItems() != null) {
            collect(path + "[]", schema.getItems().getSchema());
        }
        if (schema.getAdditionalProperties() != null) {
            collect(path + "[]", schema.getAdditionalProperties().getSchema());
        }
        schema.getProperties().forEach((name, field) -> collect(path + "." + name, field));
    }

    @Test
    void everyFieldIsDescribed() {
        assertNone(it -> !it.path().endsWith("[]") && blank(it.schema().getDescription()));
    }

    @Test
    void everyDescriptionIsASentence() {
        assertNone(it -> !blank(it.schema().getDescription())
                && !it.schema().getDescription().matches("(?s)[A-Z0-9{/].*[.]"));
    }

    @Test
    void everyListSaysHowItIsMerged() {
        assertNone(it -> "array".equals(it.schema().getType()) && it.schema().getXKubernetesListType() == null);
    }

    @Test
    void everyKeyOfAListIsRequired() {
        assertNone(it -> !it.schema().getXKubernetesListMapKeys().isEmpty()
                && !it.schema()
                        .getItems()
                        .getSchema()
                        .getRequired()
                        .containsAll(it.schema().getXKubernetesListMapKeys()));
    }

    @Test
    void fieldsOfUsersAreBounded() {
        assertNone(it -> it.writtenByPeople()
                && switch (String.valueOf(it.schema().getType())) {
                    case "array" -> it.schema().getMaxItems() == null;
                    case "string" ->
                        it.schema().getEnum().isEmpty()
                                && it.schema().getMaxLength() == null
                                && it.schema().getFormat() == null;
                    case "object" ->
                        it.schema().getAdditionalProperties() != null
                                && it.schema().getMaxProperties() == null;
                    default -> false;
                });
    }

    @Test
    void wholeNumbersThatPeopleWriteAreBounded() {
        assertNone(it -> it.writtenByPeople()
                && "integer".equals(it.schema().getType())
                && (it.schema().getMinimum() == null || it.schema().getMaximum() == null));
    }

    @Test
    void noFieldIsTakenForABooleanByYaml() {
        assertNone(it -> List.of("on", "off", "yes", "no", "y", "n", "true", "false")
                .contains(it.name().toLowerCase()));
    }

    @Test
    void noDefaultIsFilledInInsideLists() {
        assertNone(it -> it.path().contains("[]") && it.schema().getDefault() != null);
    }

    @Test
    void everyRuleHasAMessage() {
        assertNone(it -> it.schema().getXKubernetesValidations().stream().anyMatch(rule -> blank(rule.getMessage())));
    }

    @Test
    void theStatusIsNeverRefusedForItsForm() {
        assertNone(it -> it.path().matches("[A-Za-z]+[.]status.*")
                && (it.schema().getPattern() != null
                        || it.schema().getMaxLength() != null
                        || it.schema().getMaxItems() != null
                        || !it.schema().getXKubernetesValidations().isEmpty()));
    }

    static Stream<Class<?>> recordsWithDefaults() {
        var found = new LinkedHashSet<Class<?>>();
        CrdFiles.KINDS.forEach(it -> collectRecords(it.getGenericSuperclass(), found));
        return found.stream().filter(it -> !defaultsOf(it).isEmpty());
    }

    private static void collectRecords(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType it) {
            Arrays.stream(it.getActualTypeArguments()).forEach(argument -> collectRecords(argument, found));
        } else if (type instanceof Class<?> it && it.isRecord() && found.add(it)) {
            Arrays.stream(it.getRecordComponents()).forEach(part -> collectRecords(part.getGenericType(), found));
        }
    }

    /** The API server fills in some defaults and none inside lists; the records fill in all of them. */
    @ParameterizedTest
    @MethodSource("recordsWithDefaults")
    void theRecordsKnowEveryDefault(Class<?> type) {
        var empty = Serialization.unmarshal("{\"selector\": {}, \"namespaceSelector\": {}, \"template\": {}}", type);
        var fields = Serialization.unmarshal(Serialization.asYaml(empty), JsonNode.class);
        for (var component : defaultsOf(type)) {
            var expected = component.getAccessor().getAnnotation(Default.class).value();
            assertThat(fields.path(component.getName()).asText())
                    .as(component.getName())
                    .isEqualTo(expected);
        }
    }

    private static List<RecordComponent> defaultsOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(it -> it.getAccessor().isAnnotationPresent(Default.class))
                .toList();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static void assertNone(Predicate<Field> broken) {
        assertThat(FIELDS.stream().filter(broken).map(Field::path)).isEmpty();
    }
}
