package dev.readygate.cli.imports;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;

/** A file with one JSON object, and the format that is expected of it. */
record JsonFile(ImportFile source, String expected, JsonNode root) {
    /** Smaller than other files, because a tree takes many times the memory of its file. */
    static final int LARGEST = 16 << 20;

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static JsonFile of(ImportFile source, String expected) {
        try {
            var root = JSON.readTree(source.content(LARGEST));
            if (!root.isObject()) {
                throw source.isNo(expected, "it is no JSON object");
            }
            return new JsonFile(source, expected, root);
        } catch (JacksonException broken) {
            var line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw source.isNo(expected, "it is no single, complete JSON document, see line %d".formatted(line));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static OptionalDouble number(JsonNode from, String name) {
        var value = from.path(name);
        return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
    }

    WrongFile isWrong(String why) {
        return source.isNo(expected, why);
    }
}
