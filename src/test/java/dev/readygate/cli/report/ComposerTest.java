package dev.readygate.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.api.v1alpha1.DocumentSection.DocumentPart;
import dev.readygate.cli.document.Html;
import dev.readygate.cli.document.Json;
import dev.readygate.cli.document.Markdown;
import dev.readygate.cli.document.Section;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposerTest {

    @Test
    void theStandardSaysWhichSectionsThereAreAndInWhichOrder() {
        var document = Shop.document(Shop.cart());

        assertThat(document.title()).isEqualTo("Are we ready? cart");
        assertThat(document.sections())
                .extracting(Section::part)
                .startsWith("Summary", "Factors", "Board")
                .endsWith("History", "Risks", "Actions");
        assertThat(document.sections()).extracting(Section::title).contains("Success criteria", "Drills");
        assertThat(document.sections())
                .extracting(Section::part)
                .containsAll(
                        Arrays.stream(DocumentPart.values()).map(Enum::name).toList());
    }

    @Test
    void withoutAStandardThereAreTheUsualParts() {
        var document = Shop.document(Shop.withoutStandard());

        assertThat(document.title()).isEqualTo("Readiness report: cart");
        assertThat(document.result().subject().standard()).isEmpty();
        assertThat(document.result().words()).isEqualTo("70 %");
        assertThat(document.sections()).extracting(Section::title).contains("Priority actions", "Rollback plan");
    }

    @Test
    void manyDeploymentsAreCountedInTheTitle() {
        var many = Shop.sources(Optional.empty(), "cart", "pay", "cart", "pay", "cart");

        assertThat(Shop.document(many).title()).isEqualTo("Readiness report: 5 Deployments in namespace shop");
    }

    @Test
    void theSameInputIsTheSameBytes() {
        assertThat(Html.text(Shop.document(Shop.whole()))).isEqualTo(Html.text(Shop.document(Shop.whole())));
        assertThat(Json.text(Shop.document(Shop.whole()))).isEqualTo(Json.text(Shop.document(Shop.whole())));
    }

    @Test
    void theResultIsForProgramsToo() {
        var result = Shop.document(Shop.cart()).result();

        assertThat(result.score()).contains(new java.math.BigDecimal("70.00"));
        assertThat(result.words()).isEqualTo("7 / 10");
        assertThat(result.verdict()).isEqualTo("GO WITH GAPS");
        assertThat(result.coverage()).isEqualTo(75);
        assertThat(result.rows()).extracting(it -> it.score().orElse(null)).containsExactly(100, 50, 0, null, 0);
        assertThat(result.rows()).extracting(it -> it.weight().orElse(null)).containsExactly(3L, 1L, 1L, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deployment-review",
                "production-readiness",
                "devops-maturity",
                "baseline-release",
                "sre-go-no-go"
            })
    void everyShippedStandardIsADocumentEvenWithoutAPolicy(String name) {
        var standard = Shop.standard(Path.of("standards", name + ".yaml"));
        var cart = Shop.sources(Optional.of(standard), "cart");

        assertThat(Shop.document(cart).sections()).hasSizeGreaterThan(8);
        assertThat(Shop.document(cart).result().rows())
                .hasSameSizeAs(standard.spec().categories());
        assertThat(Markdown.text(Shop.document(cart))).doesNotContain("{{").doesNotContain("null");
    }

    @Test
    void everyPartHasATitle() {
        var standard = Shop.house();
        assertThat(List.of(DocumentPart.values()))
                .allMatch(it -> !Composer.title(DocumentSection.of(it)).isEmpty());
        assertThat(standard.name()).isEqualTo("house");
    }
}
