package dev.readygate.chart;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of a linter for the Dockerfile, and the properties that the chart relies on. */
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
    void copiesOnlyWhatTheIgnoreFileLetsThrough() throws IOException {
        assertThat(Files.readAllLines(Path.of(".dockerignore")))
                .contains("*", "!target/quarkus-app", "!src/main/image");
        assertThat(arguments("COPY"))
                .isNotEmpty()
                .allMatch(it -> it.startsWith("target/quarkus-app/") || it.startsWith("src/main/image/"));
    }

    @Test
    void javaTakesTheFlagsAsDefaults() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(java, "-XX:Flags=src/main/image/jvm.flags", "-XX:+PrintFlagsFinal", "-version");
        builder.environment().put("JDK_JAVA_OPTIONS", "-XX:MaxRAMPercentage=60");
        var process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(it -> it.strip().split("\\s+"))
                        .filter(it -> it.length > 3)
                        .map(it -> it[1] + "=" + it[3]))
                .contains("UseSerialGC=true", "TieredStopAtLevel=1", "MaxRAMPercentage=60.000000");
    }

    /** There is no shell in between, which would not forward SIGTERM. */
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
