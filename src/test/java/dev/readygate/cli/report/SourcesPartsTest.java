package dev.readygate.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.cli.report.DocumentSources.Letter;
import dev.readygate.cli.report.DocumentSources.StatedEvidence;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a document is about, where that runs, and what evidence says of it. */
class SourcesPartsTest {

    private static DocumentSources with(DocumentSources sources, Letter letter, String spec) {
        var policy = Serialization.unmarshal("spec: " + spec, ReadinessPolicy.class);
        return new DocumentSources(
                sources.product(),
                sources.standard(),
                List.of(policy.getSpec()),
                sources.statements(),
                letter,
                Optional.empty(),
                sources.now());
    }

    @Test
    void theTitlePageNamesPeopleAndTheVersion() {
        var letter = new Letter(Optional.of("Platform team"), Optional.of("Board"));

        assertThat(Shop.section(with(Shop.cart(), letter, "{selector: {}}"), "About this document"))
                .contains("| From | Platform team |", "| To | Board |", "| Subject | Are we ready? |")
                .contains("| Scope | Deployments cart in namespace shop |", "| Commit | 898c22c1 |")
                .contains("| Images | registry.example/cart:2 |", "| Policies | ReadinessPolicy shop |")
                .contains("| Date | 2026-11-21 |");
        assertThat(Shop.section(Shop.cart(), "About this document")).doesNotContain("| From |", "| Version |");
        assertThat(Shop.section(
                        Shop.cart(it -> it.replace("revision: {hash: 7c9d6b5f4b", "revision: {hash: 56fd9b6986")),
                        "About this document"))
                .contains("| Version | 1.4.0 |");
    }

    @Test
    void environmentsAreThisOneAndThoseThatComeBefore() {
        var policy = """
                {selector: {}, checks: [
                  {name: pen-test, title: Tried in staging, verified: {namespace: staging}},
                  {name: healthy, title: Runs beside, verified: {name: cart-canary}}]}""";

        assertThat(Shop.section(with(Shop.cart(), Letter.OPEN, policy), "Environments"))
                .contains("| this one | shop | cart | 898c22c1 | Serve |")
                .contains("| Penetration test | staging | of the same name |  | fail | nobody has tried yet |")
                .contains("| Every pod answers | shop | cart-canary | the same images | pass |");
        assertThat(Shop.section(
                        Shop.cart(it -> it.replace("revision: {hash: 7c9d6b5f4b", "revision: {hash: 56fd9b6986")),
                        "Environments"))
                .contains("| production | shop | cart | 1.4.0 | Serve |");
    }

    @Test
    void scansSayTheirToolTheirPaceAndWhatTheyStop() {
        assertThat(Shop.section(Shop.cart(), "Scans"))
                .contains("| fail | line 64 | jacoco | 2026-11-20 | 7d | nothing, it warns |")
                .contains("| Unit tests pass | waived | 44 failed |  | 2026-11-20 |  | the verdict |")
                .contains("| Penetration test | fail |  |  | never |  | nothing, it warns |")
                .contains("| releases, at gate Serve |", "| releases, at gate Start |");
    }

    @Test
    void evidenceMayHaveAnOutcomeAlone() {
        var stated = Serialization.unmarshal(
                "spec: {type: coverage, about: {deployment: cart}, outcome: Fail}", ReadinessEvidence.class);
        var sources = Shop.stating(new StatedEvidence("coverage-1", Shop.NOW, stated.getSpec()));

        assertThat(Shop.section(sources, "Scans")).contains("| fail | line 64 | 2026-11-21 |");
        assertThat(Shop.section(sources, "Data")).contains("No evidence is there yet.");
    }

    @Test
    void theDataOfEvidenceIsTables() {
        assertThat(Shop.section(Shop.cart(), "Data"))
                .contains("| line | 64 |", "| tool | jacoco |", "| at | branch main |")
                .contains("| name | line | owners |", "| cart-api | 70 |  |", "| cart-db | 50 | ann, bob |")
                .contains("| total | 1763 |");
        assertThat(Shop.section(Shop.cart(it -> it.replaceAll("evidence: [\\w-]+, ", "")), "Data"))
                .contains("No evidence is there yet.");
    }
}
