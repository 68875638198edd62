package dev.readygate.cli.format;

import static dev.readygate.cli.format.FindingSamples.HEALTHY;
import static dev.readygate.cli.format.FindingSamples.NON_ROOT;
import static dev.readygate.cli.format.FindingSamples.at;
import static dev.readygate.cli.format.FindingSamples.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.cli.format.ResultEntry.EntryPlace;
import dev.readygate.cli.format.ResultEntry.Level;
import dev.readygate.cli.format.ResultEntry.ReportedRule;
import dev.readygate.cli.format.ResultEntry.Spot;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifTest {
    /** The levels of the schema. */
    private static final Set<String> LEVELS = Set.of("none", "note", "warning", "error");

    @Test
    void isALogOfOneRun() {
        var log = log(found(NON_ROOT, Level.Failure));

        assertThat(log.path("version").textValue()).isEqualTo("2.1.0");
        assertThat(log.path("$schema").textValue()).endsWith("sarif-schema-2.1.0.json");
        assertThat(log.path("runs")).hasSize(1);
        var driver = run(log).at("/tool/driver");
        assertThat(driver.path("name").textValue()).isEqualTo("Readygate");
        assertThat(driver.path("version").textValue()).isEqualTo("1.2.3");
        assertThat(run(log).at("/invocations/0/executionSuccessful").isBoolean())
                .isTrue();
    }

    @Test
    void aFailureIsAResultThatNamesItsRuleAndItsPlace() {
        var log = log(found(HEALTHY, Level.Warning), found(NON_ROOT, Level.Failure));

        var result = run(log).at("/results/1");
        assertThat(result.path("ruleId").textValue()).isEqualTo("security/non-root");
        assertThat(result.path("level").textValue()).isEqualTo("error");
        assertThat(result.at("/message/text").textValue())
                .isEqualTo("Deployment shop/cart: container cart may be root");
        var location = result.at("/locations/0");
        assertThat(location.at("/physicalLocation/artifactLocation/uri").textValue())
                .isEqualTo("deploy/cart.yaml");
        assertThat(location.at("/physicalLocation/region/startLine").intValue()).isEqualTo(12);
        assertThat(location.at("/logicalLocations/0/fullyQualifiedName").textValue())
                .isEqualTo("Deployment shop/cart");
    }

    @Test
    void everyResultPointsAtItsRule() {
        var entries = Stream.of(Level.values())
                .flatMap(it -> Stream.of(found(HEALTHY, it), found(NON_ROOT, it)))
                .toArray(ResultEntry[]::new);

        var run = run(log(entries));

        var rules = run.at("/tool/driver/rules");
        assertThat(rules).hasSize(2);
        assertThat(run.path("results")).hasSize(8).allSatisfy(it -> {
            assertThat(rules.path(it.path("ruleIndex").intValue()).path("id")).isEqualTo(it.path("ruleId"));
            assertThat(it.path("level").textValue()).isIn(LEVELS);
            assertThat(it.path("locations")).hasSize(1);
            assertThat(it.at("/message/text").textValue()).isNotEmpty();
        });
    }

    @Test
    void rulesHaveTheirHelpIfTheyHaveOne() {
        var rules = run(log(found(NON_ROOT, Level.Pass), found(HEALTHY, Level.Pass)))
                .at("/tool/driver/rules");

        assertThat(rules.at("/0/shortDescription/text").textValue()).isEqualTo(NON_ROOT.title());
        assertThat(rules.at("/0/help/text").textValue()).isEqualTo("Set runAsNonRoot");
        assertThat(rules.path(1).has("help")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Failure, error", "Warning, warning", "Error, warning", "Note, note"})
    void distinguishesFailuresFromWarnings(Level level, String written) {
        assertThat(run(log(found(NON_ROOT, level))).at("/results/0/level").textValue())
                .isEqualTo(written);
    }

    @Test
    void passedAndSkippedRulesAreNoAlerts() {
        var run = run(log(found(NON_ROOT, Level.Pass), found(HEALTHY, Level.Skipped)));

        assertThat(run.path("results")).isEmpty();
        var notes = run.at("/invocations/0/toolExecutionNotifications");
        assertThat(StreamSupport.stream(notes.spliterator(), false)
                        .map(it -> it.at("/associatedRule/id").textValue()))
                .containsExactly("healthy");
    }

    @Test
    void nothingFoundIsARunToo() {
        assertThat(run(log()).path("results").isArray()).isTrue();
        assertThat(run(log()).path("results")).isEmpty();
    }

    @Test
    void aRuleWithSeveralWordingsIsListedOnce() {
        var reworded = new ReportedRule(NON_ROOT.id(), "Not root", "");

        assertThat(run(log(found(NON_ROOT, Level.Failure), found(reworded, Level.Failure)))
                        .at("/tool/driver/rules"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "a b/cärt.yaml, a%20b/c%C3%A4rt.yaml",
        "a:b.yaml, a:b.yaml",
        "/srv/cart.yaml, file:///srv/cart.yaml",
        "100%.yaml, 100%25.yaml"
    })
    void filesAreAddresses(String file, String uri) {
        var entry = new ResultEntry(NON_ROOT, at("Deployment cart", file), Level.Failure, "so");

        assertThat(run(log(entry))
                        .at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .textValue())
                .isEqualTo(uri);
    }

    @Test
    void objectsOfAClusterHaveNoFile() {
        var entry = new ResultEntry(NON_ROOT, EntryPlace.inCluster("Deployment shop/cart"), Level.Failure, "so");

        assertThat(run(log(entry)).at("/results/0/locations/0").has("physicalLocation"))
                .isFalse();
    }

    @Test
    void linesAreCountedFromOne() {
        assertThatThrownBy(() -> new Spot("cart.yaml", 0)).hasMessageContaining("counted from 1");
    }

    private static JsonNode run(JsonNode log) {
        return log.at("/runs/0");
    }

    private static JsonNode log(ResultEntry... entries) {
        try {
            return new ObjectMapper().readTree(new Sarif("1.2.3").text(List.of(entries)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
