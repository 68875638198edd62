package dev.readygate.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void oneDeploymentHasTheValuesTheOperatorComputed() {
        assertThat(rows(Shop.cart()))
                .extracting(CategoryRow::value)
                .containsExactly(Optional.of(100), Optional.of(50), Optional.of(0), Optional.empty(), Optional.of(0));
    }

    @Test
    void andTheyAreWhatItsChecksComeTo() {
        var said = Shop.cart(
                it -> it.replaceFirst("name: quality, title: Quality, score: 50", "name: quality, title: Quality"));

        assertThat(row(said, "quality").value()).contains(50);
    }

    @Test
    void aRowIsRoundedDownAsTheOperatorDoes() {
        var cart = Shop.cart(it -> it.replace("title: Reliability, score: 100", "title: Reliability")
                .replace("outcome: Pass, score: 100, weight: 3", "outcome: Pass, score: 66.99, weight: 3"));

        assertThat(row(cart, "reliability").value()).contains(66);
    }

    @Test
    void severalDeploymentsAreNoBetterThanTheWorst() {
        var reliability = row(Shop.whole(), "reliability");

        assertThat(reliability.lines())
                .extracting(QuestionLine::name, QuestionLine::state, QuestionLine::why)
                .containsExactly(
                        tuple("healthy", QuestionState.Fail, "pay: GET /health answered 503 on 1 of 3 pods"),
                        tuple("availability", QuestionState.Unknown, "cart: Prometheus has no data for this query"));
        assertThat(reliability.value()).contains(0);
        assertThat(reliability.weight()).isEqualTo(BigDecimal.valueOf(4));
    }

    @Test
    void aCheckWaivedInOneIsNotPassedInTheWhole() {
        assertThat(line(Shop.whole(), "unit-tests").state()).isEqualTo(QuestionState.Waived);
    }

    @Test
    void aCheckOfNoPolicyIsShownWithItsDefaults() {
        var line = line(Shop.cart(), "backup-restore");

        assertThat(line.state()).isEqualTo(QuestionState.NotAsked);
        assertThat(line.title()).isEqualTo("Restored within 90 days by …");
        assertThat(line.todo()).isEqualTo("Restore a backup every 90 days");
        assertThat(line.why()).isEqualTo("no policy asks it");
        assertThat(line.points()).isEmpty();
    }

    @Test
    void checksOfOtherCategoriesAreNoPartOfTheDocument() {
        assertThat(DocumentModel.of(Shop.cart()).lines())
                .extracting(QuestionLine::name)
                .doesNotContain("unrelated");
    }

    @Test
    void withoutAStandardTheRowsAreThoseOfTheReport() {
        var cart = Shop.withoutStandard();

        assertThat(rows(cart))
                .extracting(CategoryRow::title)
                .containsExactly("Reliability", "Quality", "Recovery", "Afterwards", "External review");
    }

    @Test
    void checksOfNoCategoryAreARowOfTheirOwn() {
        var cart = without(Shop.cart(it -> it.replace("category: quality, ", "")));

        assertThat(rows(cart).getLast().title()).isEqualTo("Checks of no category");
        assertThat(rows(cart).getLast().lines())
                .extracting(QuestionLine::name)
                .containsExactly("unit-tests", "coverage", "frequency");
        assertThat(rows(cart).getLast().weight()).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void ofAStandardOnlyItsOwnChecksMayBeInNoCategory() {
        var cart = Shop.cart(it -> it.replace("category: other, ", ""));

        assertThat(DocumentModel.of(cart).lines())
                .extracting(QuestionLine::name)
                .doesNotContain("unrelated");
    }

    @Test
    void aCheckThatAPolicyMovedElsewhereStaysInTheRowOfTheStandard() {
        var cart = Shop.cart(
                it -> it.replace("title: Signed off, category: recovery", "title: Signed off, category: people"));

        assertThat(row(cart, "recovery").lines()).extracting(QuestionLine::name).contains("signed-off");
    }

    @Test
    void aRowWhoseChecksWeighNothingHasAValueAndDoesNotCount() {
        var cart = Shop.cart(it -> it.replace("title: External review, weight: 1", "title: External review"));

        assertThat(row(cart, "review").value()).contains(0);
        assertThat(row(cart, "review").counts()).isFalse();
        assertThat(row(cart, "review").weight()).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void aCategoryWithoutAWeightWeighsItsAnsweredChecks() {
        var cart = without(Shop.cart(it -> it.replace("score: 100, weight: 3, grade", "score: 100, grade")));

        assertThat(row(cart, "reliability").weight()).isEqualTo(BigDecimal.valueOf(3));
    }

    @Test
    void theDefaultTitleIsTheName() {
        var cart = without(Shop.cart(it -> it.replace("title: Quality, ", "").replace("title: Released weekly, ", "")));

        assertThat(row(cart, "quality").title()).isEqualTo("quality");
        assertThat(line(cart, "frequency").title()).isEqualTo("frequency");
    }

    @Test
    void ofTwoStandardsChecksOfOneNameTheDocumentHasItsOwn() {
        var cart = Shop.cart(it -> it.replace("name: signed-off,", "name: house/signed-off,")
                .replace(
                        "  checks:\n",
                        "  checks:\n  - {name: signed-off, title: Of another, category: recovery, outcome: Fail, score: 0,"
                                + " weight: 1, required: false}\n  - {name: other/review, title: Of another, category: recovery,"
                                + " outcome: Fail, score: 0, weight: 1, required: false}\n"));

        assertThat(row(cart, "recovery").lines())
                .extracting(QuestionLine::name, it -> it.question().isPresent())
                .contains(tuple("house/signed-off", true))
                .doesNotContain(tuple("signed-off", true), tuple("other/review", false));
        assertThat(row(cart, "recovery").known()).isEmpty();
        assertThat(row(without(cart), "recovery").lines())
                .extracting(QuestionLine::name)
                .contains("house/signed-off", "signed-off", "other/review");
    }

    private static DocumentSources without(DocumentSources sources) {
        return new DocumentSources(
                sources.product(),
                Optional.empty(),
                List.of(),
                sources.statements(),
                sources.letter(),
                Optional.empty(),
                sources.now());
    }

    static List<CategoryRow> rows(DocumentSources sources) {
        return DocumentModel.of(sources).rows();
    }

    static CategoryRow row(DocumentSources sources, String name) {
        return rows(sources).stream()
                .filter(it -> it.name().key().equals(Optional.of(name)))
                .findFirst()
                .orElseThrow();
    }

    static QuestionLine line(DocumentSources sources, String name) {
        return DocumentModel.of(sources)
                .lines()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
