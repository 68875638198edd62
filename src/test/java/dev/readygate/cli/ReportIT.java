package dev.readygate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A namespace as a document in every format. */
@ExtendWith(ClusterExtension.class)
class ReportIT {
    private static final Release V1 = Release.good("v1");
    private static final Path HOUSE = Path.of("src", "test", "resources", "report", "house.yaml");

    @TempDir
    private Path folder;

    @Test
    void aNamespaceIsADocumentInEveryForm(Namespace shop) throws Exception {
        var terminal = Terminal.in(shop, folder);
        var cart = governed(shop);
        shop.deploy("pay", V1);
        shop.app("pay").waitUntilReported("a score", it -> it.score() != null);
        terminal.type("kubectl readygate evidence unit-tests total=1763 passed=1745 failed=0 skipped=18 --outcome Pass"
                + " --deployment cart --link https://ci.example/7");
        cart.waitUntilReported(
                "the evidence to count",
                it -> it.checks().stream()
                        .anyMatch(check -> check.name().equals("unit-tests") && check.evidence() != null));

        var markdown = said(terminal, "kubectl readygate report cart --standard house");
        assertThat(markdown)
                .startsWith("# Are we ready? cart\n")
                .contains("| Reliability | 10 / 10 | GREEN | 3 |", "[unit-tests](https://ci.example/7)")
                .contains("| 1,763 | 1,745 (99.0 %) | 0 (0.0 %) | 18 (1.0 %) |");

        var json = new ObjectMapper().readTree(said(terminal, "kubectl readygate report --standard house -o json"));
        assertThat(json.at("/deployments")).hasToString("[\"cart\",\"pay\"]");
        assertThat(json.at("/formula").asText()).startsWith("Overall = the mean of ");
        assertThat(json.at("/rows")).extracting(it -> it.at("/name").asText()).contains("reliability", "afterwards");

        assertThat(said(
                        terminal,
                        "kubectl readygate report --standard house -o html --output-file %s/report.html"
                                .formatted(folder)))
                .isEmpty();
        assertThat(Files.readString(folder.resolve("report.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("Are we ready? cart, pay");

        var sarif = new ObjectMapper().readTree(said(terminal, "kubectl readygate report cart -o sarif"));
        assertThat(sarif.at("/runs/0/tool/driver/name").asText()).isEqualTo("Readygate");
        assertThat(sarif.at("/runs/0/results")).isNotEmpty();
        var suites = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        said(terminal, "kubectl readygate report -o junit").getBytes(StandardCharsets.UTF_8)));
        assertThat(suites.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
    }

    @Test
    void aKeptReportIsComparedWith(Namespace shop) throws Exception {
        var terminal = Terminal.in(shop, folder);
        var cart = governed(shop);
        assertThat(terminal.type("kubectl readygate report cart --standard house --since 2020-01-01")
                        .errors())
                .isEqualTo(
                        "readygate: no report of these Deployments was kept on or before 2020-01-01: report --keep keeps"
                                + " one\n");

        var kept =
                terminal.type("kubectl readygate report cart --standard house --keep -o json --output-file %s/then.json"
                        .formatted(folder));
        assertThat(kept.errors()).startsWith("readygate: kept as ConfigMap readygate-report-house-");
        assertThat(terminal.type("kubectl readygate report cart --standard house --keep-daily")
                        .errors())
                .startsWith("readygate: not kept: there is one of today");
        stated(terminal, cart, "unit-tests", "Pass");

        var name = kept.errors().strip().replaceFirst(".* ", "");
        for (var since : List.of(name, folder + "/then.json", "2999-01-01")) {
            assertThat(said(terminal, "kubectl readygate report cart --standard house --since " + since))
                    .as(since)
                    .contains("## Changes since ", "**Gaps closed**\n\n- unit-tests\n");
        }
        stated(terminal, cart, "coverage", "Fail");
        assertThat(terminal.type("kubectl readygate report cart --standard house --keep-daily")
                        .errors())
                .as("the score has moved")
                .startsWith("readygate: kept as ConfigMap");
        assertThat(terminal.type("kubectl readygate report cart --since nothing")
                        .errors())
                .startsWith("readygate: nothing is no day such as 2026-11-01, no file, and no kept report");
    }

    private static void stated(Terminal terminal, App cart, String type, String outcome) {
        said(terminal, "kubectl readygate evidence %s --outcome %s --deployment cart".formatted(type, outcome));
        cart.waitUntilReported(
                "the evidence to count",
                it -> it.checks().stream().anyMatch(check -> check.name().equals(type) && check.evidence() != null));
    }

    @Test
    void missingObjectsAreNamedInOneSentence(Namespace shop) {
        var terminal = Terminal.in(shop, folder);

        assertThat(terminal.type("kubectl readygate report").errors())
                .isEqualTo(
                        "readygate: no policy meets any Deployment in namespace %s, so there is nothing to report: apply a ReadinessPolicy that selects it\n"
                                .formatted(shop.name()));
        governed(shop);
        assertThat(terminal.type("kubectl readygate report nobody").errors())
                .startsWith("readygate: no policy meets a Deployment nobody in namespace " + shop.name());
        assertThat(terminal.type("kubectl readygate report --standard nothing").errors())
                .startsWith("readygate: there is no ReadinessStandard nothing; there are ")
                .contains("house");
        assertThat(terminal.type("kubectl readygate report cart --as mallory").errors())
                .contains("mallory");
        assertThat(terminal.type("kubectl readygate report cart --as house"))
                .satisfies(it -> assertThat(it.output()).startsWith("# Are we ready? cart"))
                .satisfies(it -> assertThat(it.errors())
                        .isEqualTo("readygate: --as will name a user only: write --standard house\n"));
        assertThat(terminal.type("kubectl readygate report -l app=elsewhere")).returns(2, Terminal.CommandResult::code);
        assertThat(terminal.type("kubectl readygate report --output-file %s/no/where.md".formatted(folder))
                        .errors())
                .contains("where.md cannot be written");
    }

    private App governed(Namespace shop) {
        shop.cluster().run("kubectl", "apply", "--server-side", "--filename=" + HOUSE);
        var cart = shop.deploy("cart", V1);
        shop.policy("house", """
                mode: Observe
                selector: {}
                standards: [{name: house, with: {team: ops}}]
                """);
        return cart.waitUntilReported("a score", it -> it.score() != null);
    }

    private static String said(Terminal terminal, String line) {
        var result = terminal.type(line);
        assertThat(result.code()).as(line + ": " + result.errors()).isZero();
        return result.output();
    }
}
