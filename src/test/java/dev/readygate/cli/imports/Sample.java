package dev.readygate.cli.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files that real tools wrote, see src/test/resources/imports/README.md, and small ones written here. */
final class Sample {
    private Sample() {}

    static Source file(String name) {
        try {
            return new Source(name, Files.readAllBytes(Path.of("src", "test", "resources", "imports", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source text(String name, String content) {
        return new Source(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, Object> read(Format format, String... names) {
        return format.data(Stream.of(names).map(Sample::file).toList());
    }

    static Map<String, Object> said(Format format, String content) {
        return format.data(List.of(text("report", content)));
    }
}
