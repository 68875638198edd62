package dev.readygate.docs;

import static dev.readygate.policy.ShippedStandards.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.cli.Terminal;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The five assessments as documents: each prints the mean of its rows. The documents are kept in target/reports. */
@ExtendWith(ClusterExtension.class)
class AssessmentReportsIT {
    private static final Path KEPT = Path.of("target", "reports");
    private static final Map<String, String> OVERALL = Map.of(
            "deployment-review", "6.83 / 10",
            "production-readiness", "60 %",
            "devops-maturity", "6.81 / 10",
            "sre-go-no-go", "75.6 %");

    private static final Map<String, Assessment> RUNNING = new HashMap<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void beginAllAtOnce(Cluster cluster) throws IOException {
        Files.createDirectories(KEPT);
        cluster.operator().ensureRunning();
        Assessment.install(cluster, NAMES);
        NAMES.forEach(it -> RUNNING.put(it, Assessment.begin(cluster, it)));
        RUNNING.values().forEach(it -> it.judgedBy("policy.yaml"));
    }

    @AfterAll
    static void end() {
        RUNNING.values().forEach(Assessment::close);
    }

    @Test
    void eachPrintsTheHonestNumberInItsOwnStructure() {
        OVERALL.forEach((name, overall) -> await().untilAsserted(() ->
                assertThat(json(name).at("/scoreInWords").asText()).isEqualTo(overall)));
        NAMES.forEach(this::keep);
        assertThat(keep("deployment-review"))
                .contains("(8 + 7 + 9 + 5 + 5 + 7) ÷ 6 = 6.83 / 10")
                .contains("| Operational Transparency | 5 / 10 |");
        assertThat(keep("production-readiness")).contains("| Target | 75 to 80 %: 15 points to go |");
        assertThat(keep("baseline-release")).contains("| 1,763 | 1,701 (96.5 %) | 44 (2.5 %) | 18 (1.0 %) |");
        assertThat(keep("sre-go-no-go")).contains("| External review | 0 % | NOT READY | not counted |");
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(report(name, "json"));
    }

    private String keep(String name) {
        try {
            Files.writeString(KEPT.resolve(name + ".html"), report(name, "html"));
            var markdown = report(name, "markdown");
            Files.writeString(KEPT.resolve(name + ".md"), markdown);
            return markdown;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String report(String name, String form) throws IOException {
        var result = Terminal.in(RUNNING.get(name).namespace(), Files.createTempDirectory(folder, name))
                .type("kubectl readygate report --standard %s -o %s".formatted(name, form));
        assertThat(result.code()).as(result.errors()).isZero();
        return result.output();
    }
}
