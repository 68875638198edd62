package dev.readygate.cli.command;

import dev.readygate.cli.check.InputText;
import dev.readygate.cli.check.UnreadableInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads files as kubectl's -f names them: a file, a folder of files, or - for standard input. */
record ManifestFiles(InputStream standardInput, boolean recursive) {
    private static final String STANDARD_INPUT = "-";
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    List<InputText> texts(List<String> names) {
        if (names.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw new UnreadableInput("standard input can be read once only: give - once");
        }
        return names.stream().flatMap(this::texts).toList();
    }

    private Stream<InputText> texts(String name) {
        if (name.equals(STANDARD_INPUT)) {
            return Stream.of(fromStandardInput());
        }
        var path = Path.of(name);
        return Files.isDirectory(path) ? within(path) : Stream.of(text(path, true));
    }

    private InputText fromStandardInput() {
        try {
            return new InputText("stdin", new String(standardInput.readAllBytes(), StandardCharsets.UTF_8), true);
        } catch (IOException e) {
            throw new UnreadableInput("standard input cannot be read: " + e.getMessage());
        }
    }

    /** Follows a named link to a folder, like a link to a file; file names begin with the name that the user typed. */
    private Stream<InputText> within(Path folder) {
        try (var files = Files.walk(folder.toRealPath(), recursive ? Integer.MAX_VALUE : 1)) {
            var real = folder.toRealPath();
            var manifests = files.filter(Files::isRegularFile)
                    .map(it -> folder.resolve(real.relativize(it)))
                    .filter(it -> ENDINGS.stream().anyMatch(it.toString()::endsWith))
                    .sorted()
                    .toList();
            if (manifests.isEmpty()) {
                throw new UnreadableInput("folder %s has no %s file%s"
                        .formatted(folder, String.join(", ", ENDINGS), recursive ? "" : "; -R looks further down"));
            }
            return manifests.stream().map(it -> text(it, false));
        } catch (IOException e) {
            throw new UnreadableInput("folder %s cannot be read: %s".formatted(folder, e.getMessage()));
        }
    }

    private static InputText text(Path file, boolean named) {
        if (!Files.exists(file)) {
            throw new UnreadableInput("there is no file %s".formatted(file));
        }
        try {
            return new InputText(file.toString(), Files.readString(file), named);
        } catch (MalformedInputException e) {
            throw new UnreadableInput("%s is no text in UTF-8".formatted(file));
        } catch (IOException e) {
            throw new UnreadableInput("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }
}
