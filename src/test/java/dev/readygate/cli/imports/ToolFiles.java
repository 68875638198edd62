package dev.readygate.cli.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files of real tools, see src/test/resources/imports/README.md, and small ones that tests write. */
final class ToolFiles {
    private ToolFiles() {}

    static ImportFile file(String name) {
        var file = Path.of("src", "test", "resources", "imports", name);
        return new ImportFile(name, () -> content(file));
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportFile text(String name, String content) {
        return new ImportFile(name, () -> content.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, Object> read(Format format, String... names) {
        return format.data(Stream.of(names).map(ToolFiles::file).toList());
    }

    static Map<String, Object> said(Format format, String content) {
        return format.data(List.of(text("report", content)));
    }
}
