package dev.readygate.cli.check;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.readygate.api.v1alpha1.CheckKind;
import dev.readygate.api.v1alpha1.CheckSpec;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/** Reads policies and standards from files. Most errors that the API server would report are errors here too. */
final class PolicyReader {
    /** Other readers ignore unknown fields, for newer versions; in a file an unknown field is a typing error. */
    private static final class NothingIsSkipped extends JacksonAnnotationIntrospector {
        @Override
        public JsonIgnoreProperties.Value findPropertyIgnoralByName(MapperConfig<?> config, Annotated annotated) {
            return JsonIgnoreProperties.Value.empty();
        }
    }

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new NothingIsSkipped())
            .build();

    private static final List<String> KINDS = Stream.of(CheckSpec.class.getRecordComponents())
            .filter(it -> CheckKind.class.isAssignableFrom(it.getType()))
            .map(RecordComponent::getName)
            .toList();

    private static final List<String> WAYS = List.of("expression", "rules", "pack");

    private PolicyReader() {}

    static <T> T spec(Thing thing, Class<T> type) {
        thing.json().at("/spec/checks").forEach(it -> requireOneQuestion(thing, it));
        try {
            return STRICT.treeToValue(thing.json().path("spec"), type);
        } catch (UnrecognizedPropertyException stranger) {
            throw wrong(thing, "there is no field %s".formatted(path(stranger)));
        } catch (JsonMappingException unfit) {
            throw wrong(thing, "%s: %s".formatted(path(unfit), why(unfit)));
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("a tree has no syntax", never);
        }
    }

    static CheckSpec check(JsonNode written) {
        return STRICT.convertValue(written, CheckSpec.class);
    }

    private static void requireOneQuestion(Thing thing, JsonNode check) {
        var name = check.path("name").asText();
        if (name.isEmpty()) {
            throw wrong(thing, "a check has no name");
        }
        requireOne(thing, "check " + name, check, KINDS);
        if (check.has("manifest")) {
            requireOne(thing, "check " + name, check.path("manifest"), WAYS);
        }
    }

    private static void requireOne(Thing thing, String of, JsonNode json, List<String> names) {
        var given = names.stream().filter(json::has).toList();
        if (given.size() != 1) {
            var found = given.isEmpty() ? "none" : String.join(" and ", given);
            throw wrong(thing, "%s needs exactly one of %s, and has %s".formatted(of, String.join(", ", names), found));
        }
    }

    private static UnreadableInput wrong(Thing thing, String what) {
        return UnreadableInput.at(thing.place(), "%s %s: %s".formatted(thing.kind(), thing.name(), what));
    }

    private static String path(JsonMappingException unfit) {
        return unfit.getPath().stream()
                .map(it -> it.getFieldName() == null ? "[%d]".formatted(it.getIndex()) : "." + it.getFieldName())
                .collect(joining("", "spec", ""));
    }

    private static String why(JsonMappingException unfit) {
        return switch (unfit) {
            case InvalidFormatException it
            when it.getTargetType().isEnum() ->
                "'%s' is none of %s".formatted(it.getValue(), words(it.getTargetType()));
            case ValueInstantiationException it
            when it.getCause() instanceof NullPointerException missing -> missing.getMessage() + " is missing";
            case ValueInstantiationException it -> String.valueOf(it.getCause().getMessage());
            default -> "what is written there is of another kind than it has to be";
        };
    }

    private static String words(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(it -> STRICT.convertValue(it, String.class))
                .collect(joining(", "));
    }
}
