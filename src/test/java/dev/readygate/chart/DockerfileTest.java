package dev.readygate.chart;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of a linter for the Dockerfile, and properties that the chart relies on. */
class DockerfileTest {
    private final List<String> instructions = instructions();

    @Test
    void startsFromANamedVersion() {
        assertThat(arguments("FROM"))
                .singleElement()
                .asString()
                .contains("eclipse-temurin:25-jre")
                .doesNotContain("latest");
    }

    @Test
    void runsAsANumberedUserThatIsNotRoot() {
        assertThat(arguments("USER")).singleElement().asString().matches("[1-9]\\d*:[1-9]\\d*");
    }

    @Test
    void copiesOnlyFilesThatTheIgnoreFileLetsThrough() throws IOException {
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains("*", "!target/quarkus-app");
        assertThat(arguments("COPY")).isNotEmpty().allMatch(it -> it.startsWith("target/quarkus-app/"));
    }

    /** Without a shell in between, which would not forward SIGTERM. */
    @Test
    void startsJavaItself() {
        assertThat(arguments("ENTRYPOINT"))
                .singleElement()
                .asString()
                .startsWith("[\"java\",")
                .endsWith("]");
    }

    @Test
    void runsNothingWhileItIsBuiltAndAddsNothingFromTheNet() {
        assertThat(arguments("RUN")).isEmpty();
        assertThat(arguments("ADD")).isEmpty();
    }

    @Test
    void opensThePortOfTheChart() {
        assertThat(arguments("EXPOSE")).containsExactly("8080");
    }

    private List<String> arguments(String instruction) {
        return instructions.stream()
                .filter(it -> it.startsWith(instruction + " "))
                .map(it -> it.substring(instruction.length() + 1).strip())
                .toList();
    }

    private static List<String> instructions() {
        try {
            var text = Files.readString(Path.of("Dockerfile")).replaceAll("(?m)^#.*\n", "");
            return Stream.of(text.replaceAll("\\\\\n\\s*", "").split("\n"))
                    .filter(not(String::isBlank))
                    .toList();
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
