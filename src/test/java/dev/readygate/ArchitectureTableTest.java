package dev.readygate;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in ARCHITECTURE.md matches {@link ArchitectureTest}. */
class ArchitectureTableTest {
    private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

    @Test
    void saysWhichPackagesMayImportWhich() throws IOException {
        var held = ArchitectureTest.ARROWS.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        it -> Stream.of(it.getValue())
                                .map(ArchitectureTableTest::simple)
                                .collect(toSet())));

        assertThat(table()).containsAllEntriesOf(held);
    }

    private static Map<String, Set<String>> table() throws IOException {
        return Files.readAllLines(Path.of("ARCHITECTURE.md")).stream()
                .map(it -> it.split("\\|"))
                .filter(it -> it.length >= 4)
                .flatMap(row ->
                        names(row[1]).map(it -> Map.entry(it, names(row[3]).collect(toSet()))))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<String> names(String cell) {
        return NAME.matcher(cell).results().map((MatchResult it) -> it.group(1));
    }

    private static String simple(String pattern) {
        return pattern.replace("dev.readygate.", "").replace("..", "");
    }
}
