package dev.readygate.cli.check;

import static dev.readygate.cli.check.ManifestSamples.CART;
import static dev.readygate.cli.check.ManifestSamples.check;
import static dev.readygate.cli.check.ManifestSamples.packs;
import static dev.readygate.cli.check.ManifestSamples.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.readygate.cli.format.ResultEntry;
import dev.readygate.cli.format.ResultEntry.Level;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final String POLICY = policy("""
            selector: {}
            checks:
            - {name: healthy, http: {path: /health}}
            - name: house
              manifest:
                rules:
                - {name: one, expression: object.spec.replicas == 1}
                - {name: two, expression: object.spec.replicas == 2, message: Run two}
                - {name: lost, expression: object.spec.lost}
            - {name: bare, title: Bare, action: Do something, required: true, manifest: {expression: "false"}}
            """);

    @Test
    void peopleReadWhatIsNotKeptWithWhyAndWhatToDo() {
        assertThat(new ResultTable(false, false).text(check(CART, POLICY), FailureLimit.blocking))
                .isEqualTo("""
                DEPLOYMENT     RULE         OUTCOME   WHY
                default/cart   house/two    Warn      object.spec.replicas == 2 is false
                                                      Fix: Run two
                default/cart   house/lost   Error     object.spec.lost is not known: it reads a field that is not there at character 12
                default/cart   bare         Fail      false is false
                                                      Fix: Do something

                Fail: 1 Deployment, 4 rules, 1 kept, 2 not kept, 1 not judged
                Not asked offline: healthy (http)
                """);
    }

    @Test
    void aTableMayHaveAllRules() {
        var outcomes = packs(List.of("images"), Set.of("image-digest"), CART);

        assertThat(new ResultTable(true, false).text(outcomes, FailureLimit.blocking))
                .isEqualTo("""
                DEPLOYMENT     RULE                  OUTCOME   WHY
                default/cart   images/image-tagged   Pass      Tags do not move

                Pass: 1 Deployment, 1 rule, 1 kept, 0 not kept
                """);
        assertThat(new ResultTable(false, false).text(outcomes, FailureLimit.blocking))
                .isEqualTo("Pass: 1 Deployment, 1 rule, 1 kept, 0 not kept\n");
    }

    @Test
    void packsSayWhyTheyMatter() {
        assertThat(new ResultTable(false, true).text(packs(List.of("images"), Set.of(), CART), FailureLimit.blocking))
                .contains("\033[31mFail\033[0m", "Any tag can be pushed again", "Fix: Add the digest to every image");
    }

    private static String json(CheckOutcomes outcomes, FailureLimit failOn) {
        var text = new StringWriter();
        new ResultTree(outcomes, failOn).writeJson(new PrintWriter(text));
        return text.toString();
    }

    private static String yaml(CheckOutcomes outcomes, FailureLimit failOn) {
        var text = new StringWriter();
        new ResultTree(outcomes, failOn).writeYaml(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void programsReadEverything() throws JsonProcessingException {
        var outcomes = check(CART, POLICY);

        var json = new ObjectMapper().readTree(json(outcomes, FailureLimit.blocking));

        assertThat(json.path("outcome").textValue()).isEqualTo("Fail");
        assertThat(json.path("rules")).hasToString("{\"kept\":1,\"notKept\":2,\"waived\":0,\"notJudged\":1}");
        var cart = json.at("/deployments/0");
        assertThat(cart.path("file").textValue()).isEqualTo("app.yaml");
        assertThat(cart.path("line").intValue()).isEqualTo(1);
        var house = cart.at("/checks/0");
        assertThat(house.path("value").textValue()).isEqualTo("1 of 3 rules");
        assertThat(house.path("score").doubleValue()).isEqualTo(50);
        assertThat(house.path("blocking").booleanValue()).isFalse();
        assertThat(house.path("askedBy").textValue()).isEqualTo("posture");
        assertThat(house.at("/rules/1"))
                .hasToString("{\"name\":\"two\",\"outcome\":\"Fail\",\"why\":\"object.spec.replicas == 2 is false\","
                        + "\"fix\":\"Run two\",\"message\":\"Run two\"}");
        assertThat(cart.at("/notAsked/0/kind").textValue()).isEqualTo("http");
        assertThat(new YAMLMapper().readTree(yaml(outcomes, FailureLimit.blocking)))
                .isEqualTo(json);
        assertThat(new ObjectMapper()
                        .readTree(json(packs(List.of("images"), Set.of(), CART), FailureLimit.any))
                        .at("/deployments/0/checks/0")
                        .has("askedBy"))
                .isFalse();
    }

    @Test
    void notesAreInItToo() {
        assertThat(json(check(CART), FailureLimit.any)).contains("neither a policy nor --pack was given");
    }

    @Test
    void codeHostsAndBuildServersReadAnEntryForEachRule() {
        var entries = Entries.of(check(CART, POLICY));

        assertThat(entries)
                .extracting(it -> it.rule().id(), ResultEntry::level, ResultEntry::message)
                .containsExactly(
                        tuple("house/one", Level.Pass, ""),
                        tuple("house/two", Level.Warning, "object.spec.replicas == 2 is false. Run two"),
                        tuple(
                                "house/lost",
                                Level.Error,
                                "object.spec.lost is not known: it reads a field that is not there at character 12"),
                        tuple("bare", Level.Failure, "false is false. Do something"),
                        tuple("healthy", Level.Skipped, "only a cluster can answer this, so it was not asked: http"));
        assertThat(entries).allSatisfy(it -> {
            assertThat(it.where().subject()).isEqualTo("Deployment default/cart");
            assertThat(it.where().spot().orElseThrow().line()).isEqualTo(1);
        });
        assertThat(entries).extracting(it -> it.rule().title()).contains("house/one", "Bare");
    }

    @Test
    void aPacksEntrySaysWhyAndWhatToDo() {
        assertThat(Entries.of(packs(List.of("images"), Set.of(), CART)))
                .extracting(ResultEntry::message)
                .contains(
                        "container cart: Any tag can be pushed again; a digest is the same bytes for ever, and what scans and"
                                + " signatures are about. Add the digest to every image, name:tag@sha256:….");
    }
}
