package dev.readygate.api.v1alpha1;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The example files: one folder of objects that the API server must accept, and one of objects that it must reject. */
record Example(String name, List<String> documents, List<String> messages) {
    private static final Path FOLDER = Path.of("src", "test", "resources", "api");
    private static final String MESSAGE = "# message: ";

    static Stream<Example> valid() {
        return in("valid");
    }

    static Stream<Example> invalid() {
        return in("invalid");
    }

    static Example of(String folder, String name) {
        return read(FOLDER.resolve(folder).resolve(name + ".yaml"));
    }

    private static Stream<Example> in(String folder) {
        try (var files = Files.list(FOLDER.resolve(folder))) {
            return files.sorted().map(Example::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example read(Path file) {
        try {
            var text = Files.readString(file);
            var messages = text.lines()
                    .filter(it -> it.startsWith(MESSAGE))
                    .map(it -> it.substring(MESSAGE.length()))
                    .toList();
            var name = file.getFileName().toString().replace(".yaml", "");
            return new Example(name, Arrays.asList(text.split("(?m)^---$")), messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T as(Class<T> type) {
        return Serialization.unmarshal(documents.getFirst(), type);
    }

    @Override
    public String toString() {
        return name;
    }
}
