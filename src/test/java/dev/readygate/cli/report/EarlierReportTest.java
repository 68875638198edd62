package dev.readygate.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.cli.document.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlierReportTest {

    private static EarlierReport earlier(UnaryOperator<String> changed) {
        return EarlierReport.of(Json.text(Shop.document(Shop.cart(changed)))).orElseThrow();
    }

    private static String changes(UnaryOperator<String> then) {
        return Shop.section(Shop.cart().comparedWith(earlier(then)), "Changes since 2026-11-21 12:00 UTC");
    }

    @Test
    void itIsReadFromTheJsonOfAReport() {
        var report = earlier(UnaryOperator.identity());

        assertThat(report.at()).isEqualTo(Shop.NOW);
        assertThat(report.standard()).contains("house");
        assertThat(report.deployments()).containsExactly("cart");
        assertThat(report.score()).contains(70.0);
        assertThat(report.rows().get("reliability")).contains(100);
        assertThat(report.rows().get("afterwards")).isEmpty();
        assertThat(report.states()).containsEntry("coverage", QuestionState.Fail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"rows\": [], \"checks\": []}", "{\"rows\": []}"})
    void anotherTextIsNoReport(String text) {
        assertThat(EarlierReport.of(text)).isEmpty();
    }

    @Test
    void scoresAndGapsAreCompared() {
        var before = changes(it -> it.replace(
                        "category: quality, outcome: Fail, score: 50", "category: quality, outcome: Pass, score: 100")
                .replace("title: Quality, score: 50", "title: Quality, score: 100")
                .replace(
                        "category: reliability, outcome: Pass, score: 100",
                        "category: reliability, outcome: Fail, score: 0")
                .replace("title: Reliability, score: 100", "title: Reliability, score: 0"));

        assertThat(before)
                .contains("| Reliability | 0 / 10 | 10 / 10 | +10 |", "| Quality | 10 / 10 | 5 / 10 | -5 |")
                .contains("| Recovery | 0 / 10 | 0 / 10 | 0 |", "| Afterwards | no data | no data |  |")
                .contains("| Overall | 2 / 10 | 7 / 10 | +5 |")
                .contains("**Gaps closed**\n\n- Every pod answers\n")
                .containsPattern("\\*\\*Gaps opened\\*\\*\n\n- Coverage .* \\(fail\\)")
                .doesNotContain("New checks");
    }

    @Test
    void aScoreMovesByPointsOrByBecomingKnown() {
        var before = earlier(UnaryOperator.identity());

        assertThat(before.hasMoved(Optional.of(new BigDecimal("74.9")), 5)).isFalse();
        assertThat(before.hasMoved(Optional.of(new BigDecimal("75")), 5)).isTrue();
        assertThat(before.hasMoved(Optional.of(new BigDecimal("65")), 5)).isTrue();
        assertThat(before.hasMoved(Optional.empty(), 5)).isTrue();
    }

    @Test
    void whereNothingChangedThatIsSaid() {
        assertThat(changes(UnaryOperator.identity())).contains("No gap was closed or opened.");
    }

    @Test
    void aCheckThatWasNotThereIsNew() {
        var before = new EarlierReport(Shop.NOW, Optional.empty(), List.of(), Optional.empty(), Map.of(), Map.of());

        assertThat(Shop.section(Shop.cart().comparedWith(before), "Changes since 2026-11-21 12:00 UTC"))
                .contains("| Overall | no data | 7 / 10 |", "**New checks with a gap**\n\n- ")
                .doesNotContain("Gaps closed", "Gaps opened");
    }
}
