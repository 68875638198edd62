package dev.readygate.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class OverallTest {

    @Test
    void isTheMeanOfTheRowsAsTheyArePrinted() {
        assertThat(overall(Shop.cart()).score()).contains(BigDecimal.valueOf(70));
        assertThat(new Formula(DocumentModel.of(Shop.cart())).text())
                .isEqualTo(
                        "Overall = the mean of 3 rows by weight: (3 × 10 + 1 × 5 + 1 × 0) ÷ 5 = 7 / 10, rounded down."
                                + " 2 rows are shown and not counted: Afterwards, External review.");
    }

    @Test
    void rowsThatCountAlikeAreAPlainMean() {
        var cart = Shop.cart(it -> it.replace("score: 100, weight: 3, grade", "score: 100, weight: 1, grade"));

        assertThat(new Formula(DocumentModel.of(cart)).text())
                .startsWith("Overall = the mean of 3 rows: (10 + 5 + 0) ÷ 3 = 5 / 10, rounded down.");
    }

    @Test
    void rowsWithoutDataAreLeftOutAndNamed() {
        var cart = cart("title: Recovery, score: 0", "title: Recovery", "outcome: Fail, score: 0", "outcome: Unknown");

        assertThat(overall(cart).score()).contains(new BigDecimal("87.5"));
        assertThat(new Formula(DocumentModel.of(cart)).text()).contains("1 row without data is left out: Recovery.");
    }

    @Test
    void withoutAnyDataThereIsNoNumberAndNoVerdict() {
        var cart = Shop.cart(it -> it.replaceAll(" score: [0-9]+,", "")
                .replaceAll("outcome: (Pass|Fail|Waived)", "outcome: Unknown")
                .replace("status:", "status:\n  waitingOn: data"));

        assertThat(overall(cart).score()).isEmpty();
        assertThat(overall(cart).verdict()).isEqualTo(Verdict.Unknown);
        assertThat(new Formula(DocumentModel.of(cart)).text())
                .startsWith("There is no overall number: no row has data yet.");
        assertThat(Shop.document(cart).result().words()).isEqualTo("no data");
        assertThat(Shop.section(cart, "Missing capabilities")).contains("unknown");
        assertThat(Shop.section(cart, "Exit criteria")).contains("from no data");
        assertThat(Shop.section(cart, "Summary")).contains("| Overall | no data |", "0 % of the weight is answered");
    }

    @Test
    void coverageIsByWeightAndLeavesOutChecksThatDoNotApply() {
        // reliability 3 of 4, quality 1 of 2, recovery 1 of 1, by 3 : 1 : 1
        assertThat(overall(Shop.cart()).coverage()).isEqualTo(75);
    }

    @Test
    void aWaivedRequirementKeepsTheVerdictFromPass() {
        var good = cart(
                "title: Quality, score: 50", "title: Quality, score: 100",
                "title: Recovery, score: 0", "title: Recovery, score: 100",
                "coverage: 85", "coverage: 85");
        var lenient = Shop.cart(it -> good(it).replace("minCoverage: 80", "minCoverage: 50"));

        assertThat(overall(good).verdict()).isEqualTo(Verdict.Conditional);
        assertThat(overall(lenient).verdict()).isEqualTo(Verdict.Conditional);
        assertThat(overall(passing()).verdict()).isEqualTo(Verdict.Pass);
        assertThat(VerdictReasons.because(DocumentModel.of(passing())))
                .contains("GO: nothing that is required is open.");
    }

    private static DocumentSources passing() {
        return Shop.cart(it -> good(it).replace("minCoverage: 80", "minCoverage: 50")
                .replace("outcome: Waived, weight", "outcome: Pass, score: 100, weight"));
    }

    private static String good(String report) {
        return report.replace("title: Quality, score: 50", "title: Quality, score: 100")
                .replace("title: Recovery, score: 0", "title: Recovery, score: 100");
    }

    @Test
    void tooLittleCoverageKeepsItFromPass() {
        var cart = Shop.cart(it -> good(it).replace("outcome: Waived, weight", "outcome: NotApplicable, weight")
                .replace("minCoverage: 80", "minCoverage: 99"));

        assertThat(overall(cart).verdict()).isEqualTo(Verdict.Conditional);
        assertThat(VerdictReasons.because(DocumentModel.of(cart)).orElseThrow()).contains("99 % are needed");
    }

    @Test
    void aRequirementThatFailsOrALowScoreFails() {
        assertThat(overall(Shop.whole()).verdict()).isEqualTo(Verdict.Fail);
        assertThat(VerdictReasons.because(DocumentModel.of(Shop.whole())).orElseThrow())
                .startsWith(
                        "NO-GO, because required and failing: “Every pod answers”; required and waived: “Unit tests pass” (44 failed);");
        assertThat(overall(cart("conditional: 60", "conditional: 71")).verdict())
                .isEqualTo(Verdict.Fail);
    }

    @Test
    void aRequirementWithoutAnAnswerStaysOpen() {
        var cart = cart("name: unit-tests, title", "name: other-tests, title");

        assertThat(overall(cart).verdict()).isEqualTo(Verdict.Conditional);
        assertThat(VerdictReasons.because(DocumentModel.of(cart)).orElseThrow())
                .contains("required and without an answer: “unit-tests”");
    }

    @Test
    void theStrictestThresholdsCount() {
        var scoring = DocumentModel.of(Shop.whole()).words().scoring();

        assertThat(List.of(scoring.green(), scoring.amber(), scoring.pass())).containsExactly(85, 60, 75);
    }

    @Test
    void theGainOfACheckIsComputedNotGuessed() {
        var cart = Shop.cart();

        assertThat(overall(cart).gain(RowsTest.line(cart, "signed-off"))).contains(new BigDecimal("20"));
        assertThat(overall(cart).gain(RowsTest.line(cart, "backup-restore"))).contains(new BigDecimal("10"));
        assertThat(overall(cart).gain(RowsTest.line(cart, "satisfaction")))
                .map(BigDecimal::signum)
                .contains(0);
    }

    private static DocumentSources cart(String... replaced) {
        UnaryOperator<String> change = it -> {
            var text = it;
            for (int i = 0; i < replaced.length; i += 2) {
                assertThat(text).contains(replaced[i]);
                text = text.replace(replaced[i], replaced[i + 1]);
            }
            return text;
        };
        return Shop.cart(change);
    }

    private static Overall overall(DocumentSources sources) {
        return DocumentModel.of(sources).overall();
    }
}
