package dev.readygate.cli.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads JSON from flow style YAML, which needs no quotation marks and is easier to read in Java. */
final class Loose {
    private Loose() {}

    static String json(String loose) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(loose).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
