package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Files of the chart that repeat other files. {@code mvn test -Dtest=ChartFilesTest -Dchart.update} writes them
 * again.
 */
class ChartFilesTest {
    private static final Path CHART = Path.of("helm", "readygate");
    private static final Path KINDS = Path.of("crds");

    private static List<Path> kinds() throws IOException {
        try (var files = Files.list(KINDS)) {
            return files.sorted().toList();
        }
    }

    @Test
    void holdNoKindThatIsGone() throws IOException {
        try (var copies = Files.list(CHART.resolve("files/crds"))) {
            assertThat(copies.map(it -> KINDS.resolve(it.getFileName()))).allMatch(Files::exists);
        }
    }

    @Test
    void nameEveryKindAndTheImageInTheCatalogue() throws IOException {
        var chart = Files.readString(CHART.resolve("Chart.yaml"));
        assertThat(kinds())
                .allSatisfy(it -> assertThat(chart)
                        .contains("name: " + it.getFileName().toString().replace(".yaml", ",")));
        var version =
                Pattern.compile("appVersion: \"(.+)\"").matcher(chart).results().findFirst();
        assertThat(chart)
                .contains("image: ghcr.io/readygate/readygate:"
                        + version.orElseThrow().group(1));
    }

    @Test
    void explainTheValues() throws IOException {
        var introduction = Files.readString(CHART.resolve("files/introduction.md"));
        var values = Files.readString(CHART.resolve("values.yaml"));
        upToDate(CHART.resolve("README.md"), Readme.of(introduction, values));
    }

    @Test
    void explainEveryValue() throws IOException {
        assertThat(Readme.valuesIn(Files.readString(CHART.resolve("values.yaml"))))
                .hasSizeGreaterThan(30)
                .allSatisfy(it -> assertThat(it.comment()).as(it.path()).isNotEmpty());
    }

    @Test
    void useEveryValue() throws IOException {
        var templates = templates();
        assertThat(Readme.valuesIn(Files.readString(CHART.resolve("values.yaml"))))
                .allSatisfy(it -> assertThat(templates)
                        .as(it.path())
                        .containsPattern(Pattern.quote(".Values." + usedAs(it.path())) + "\\b"));
    }

    /** The resources are passed to Kubernetes unchanged. */
    private static String usedAs(String path) {
        return path.replaceFirst("^resources\\..*", "resources");
    }

    private static String templates() throws IOException {
        try (Stream<Path> files = Files.walk(CHART.resolve("templates"))) {
            var text = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private static void upToDate(Path file, String content) throws IOException {
        if (System.getProperty("chart.update") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("%s is stale: mvn test -Dtest=ChartFilesTest -Dchart.update makes it anew", file)
                .content()
                .isEqualTo(content);
    }
}
