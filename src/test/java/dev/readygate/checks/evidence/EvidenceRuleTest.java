package dev.readygate.checks.evidence;

import static dev.readygate.checks.EvidenceSamples.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Check;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.RolloutScene;
import dev.readygate.facts.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceRuleTest {
    private static final Map<String, Object> RUN =
            Map.of("total", 40, "failed", 2, "coverage", 71.25, "suites", List.of(Map.of("ok", true)));

    private static Check by(String field, String expression) {
        return RolloutScene.check("""
                name: unit
                evidence:
                  type: tests
                  %s: "%s"
                """.formatted(field, expression));
    }

    private static Finding ask(Check check) {
        return new RolloutScene().said(evidence().with(RUN)).ask(check);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            data.failed == 0 && data.total > 0      | Fail
            data.failed / data.total <= 0.05        | Pass
            data.suites.all(s, s.ok)                | Pass
            outcome == 'Pass' && data.total > 30    | Pass
            data.skipped == 0                       | Unknown
            data.total.matches('4')                 | Unknown
            data.failed ==                          | Error
            data.total + 1                          | Error
            """)
    void anExpressionDecidesInsteadOfTheOutcome(String expression, Outcome expected) {
        assertThat(ask(by("expression", expression)).outcome()).isEqualTo(expected);
    }

    @Test
    void saysWhatWasAskedAndNothingOfTheData() {
        var finding = ask(by("expression", "data.failed == 0"));

        assertThat(finding.message()).isEqualTo("of it by ci, data.failed == 0 is false");
        assertThat(finding.value()).isEqualTo(new Measured("false", "data.failed == 0"));
    }

    private static String shown(String expression, String show) {
        return ask(RolloutScene.check("""
                        name: unit
                        evidence:
                          type: tests
                          %s
                          show: %s
                        """.formatted(expression, show))).value().seen();
    }

    @Test
    void showsTheFieldsThatTheCheckNames() {
        var numbers = "'{total} tests, coverage {coverage} %'";

        assertThat(shown("expression: data.failed == 0", numbers)).isEqualTo("40 tests, coverage 71.25 %");
        assertThat(shown("expression: data.skipped == 0", numbers)).isEqualTo("40 tests, coverage 71.25 %");
        assertThat(shown("score: 100.0 * data.failed / data.total", numbers)).isEqualTo("40 tests, coverage 71.25 %");
        assertThat(shown("", numbers)).isEqualTo("40 tests, coverage 71.25 %");
        assertThat(shown("expression: data.failed == 0", "'{skipped} skipped'")).isEqualTo("false");
    }

    @Test
    void aScoreIsPartOfTheWeightAndOpensNoGate() {
        var finding = new RolloutScene()
                .said(evidence().withoutOutcome().with(RUN))
                .ask(by("score", "100.0 * (data.total - data.failed) / data.total"));

        assertThat(finding.worth()).hasValue(95);
        assertThat(finding.outcome()).isEqualTo(Outcome.Fail);
        assertThat(finding.message()).isEqualTo("it by ci is worth 95 of 100");
    }

    @Test
    void aFullScorePasses() {
        var finding =
                new RolloutScene().said(evidence().withoutOutcome().with(RUN)).ask(by("score", "data.total * 2.5"));

        assertThat(finding.outcome()).isEqualTo(Outcome.Pass);
    }

    @Test
    void whereTheOutcomeIsSaidTheScoreIsOnlyTheWorth() {
        var finding = ask(by("score", "data.coverage"));

        assertThat(finding.outcome()).isEqualTo(Outcome.Pass);
        assertThat(finding.worth()).hasValue(71.25);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            data.total * 3.0          | Error
            0.0 - data.total        | Error
            0.0 / 0.0 * data.total  | Error
            data.points             | Unknown
            data.total > 1          | Error
            """)
    void aScoreThatIsNoneIsNotCounted(String score, Outcome expected) {
        var finding = ask(by("score", score));

        assertThat(finding.outcome()).isEqualTo(expected);
        assertThat(finding.worth()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"expression, true", "score, 1.0"})
    void whatTakesTooLongIsAnErrorAndNotCounted(String field, String end) {
        var deep = "data.all.all(a, data.all.all(b, data.all.all(c, true))) ? %s : %s".formatted(end, end);
        var many = evidence().with(Map.of("all", Collections.nCopies(100, 1)));

        var finding = new RolloutScene().said(many).ask(by(field, deep));

        assertThat(finding.outcome()).isEqualTo(Outcome.Error);
        assertThat(finding.reason()).isEqualTo(FindingReason.NotJudged);
        assertThat(finding.message()).contains("it takes too long");
        assertThat(finding.worth()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            data.failed == 2      | Pass    | true
            data.skipped == 0     | Unknown | false
            10 / (data.failed - 2) == 1 | Unknown | false
            """)
    void aScoreIsWorthNothingWhereTheExpressionHasNoAnswer(String expression, Outcome expected, boolean counts) {
        var both = RolloutScene.check("""
                name: unit
                evidence: {type: tests, score: data.coverage, expression: "%s"}
                """.formatted(expression));

        assertThat(ask(both).outcome()).isEqualTo(expected);
        assertThat(ask(both).worth().isPresent()).isEqualTo(counts);
    }
}
