package dev.readygate.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A command line tool, found by name in {@code readygate.bin}, {@code READYGATE_BIN} or PATH, and run to its end. */
record Program(Path path, Map<String, String> environment) {

    /** What came of a run. */
    record Outcome(int exit, String out, String err) {
        Outcome expectSuccess() {
            if (exit != 0) {
                throw new AssertionError(err);
            }
            return this;
        }
    }

    static Program named(String name) {
        return new Program(find(name), Map.of());
    }

    Program with(String variable, String value) {
        return new Program(path, Map.of(variable, value));
    }

    Outcome run(List<String> arguments, String input) {
        try {
            var command = Stream.concat(Stream.of(path.toString()), arguments.stream());
            var builder = new ProcessBuilder(command.toList());
            builder.environment().putAll(environment);
            // Through files, so that neither of two full pipes can block the program.
            var out = Files.createTempFile("out", null);
            var err = Files.createTempFile("err", null);
            var process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(UTF_8));
            }
            return new Outcome(process.waitFor(), take(out), take(err));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String take(Path file) throws IOException {
        var text = Files.readString(file);
        Files.delete(file);
        return text;
    }

    private static Path find(String name) {
        return Stream.of(
                        Optional.ofNullable(System.getProperty("readygate.bin")),
                        Optional.ofNullable(System.getenv("READYGATE_BIN")),
                        Optional.ofNullable(System.getenv("PATH")))
                .flatMap(Optional::stream)
                .flatMap(it -> Stream.of(it.split(File.pathSeparator)))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Objects::requireNonNull)
                .orElseThrow(() -> new IllegalStateException(
                        name + " is not on PATH; name its folder with -Dreadygate.bin=FOLDER"));
    }
}
