package dev.readygate.checks.evidence;

import static dev.readygate.checks.EvidenceSamples.approval;
import static dev.readygate.checks.EvidenceSamples.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.APod;
import dev.readygate.checks.EvidenceResult;
import dev.readygate.checks.EvidenceSamples;
import dev.readygate.checks.Finding;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.PodScene;
import dev.readygate.checks.RolloutScene;
import dev.readygate.facts.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How messages repeat the evidence. */
class EvidenceWordingTest {
    private static Finding scored(String more, EvidenceSamples said) {
        return new RolloutScene()
                .said(said)
                .ask(RolloutScene.check(
                        "{name: unit, evidence: {type: tests, score: data.coverage%s}}".formatted(more)));
    }

    @Test
    void anApprovalThatSaysNeitherPassNorFailDoesNotCount() {
        var check = RolloutScene.check(
                "{name: go, approval: {type: tests, count: 1, groups: [managers], allowApplier: true}}");
        var finding = new RolloutScene().said(approval("ann").withoutOutcome()).ask(check);

        assertThat(finding.outcome()).isEqualTo(Outcome.Unknown);
        assertThat(finding.message()).endsWith("of-ann by ann says neither Pass nor Fail");
    }

    @Test
    void whereTheApplierMayApproveTheirsCounts() {
        var check = RolloutScene.check(
                "{name: go, approval: {type: tests, count: 2, groups: [managers], allowApplier: true}}");
        var finding = new RolloutScene().appliedBy("ann").said(approval("ann")).ask(check);

        assertThat(finding.message()).isEqualTo("approved by ann, 1 more of group managers needed");
    }

    @ParameterizedTest
    @CsvSource({"71, 71", "71.5, 71.5", "100, 100", "0, 0"})
    void aNumberIsWrittenAsPeopleWriteIt(double worth, String written) {
        var finding = scored("", evidence().withoutOutcome().with(Map.of("coverage", worth)));

        assertThat(finding.value().seen()).isEqualTo(written);
        assertThat(finding.worth()).hasValue(worth);
        assertThat(finding.outcome()).isEqualTo(worth == 100 ? Outcome.Pass : Outcome.Fail);
    }

    @Test
    void aNumberTooLargeToBeCountedIsWrittenAsItIs() {
        assertThat(EvidenceResult.plain(1e15)).isEqualTo("1.0E15");
        assertThat(EvidenceResult.plain(1e14)).isEqualTo("100000000000000");
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "100.1"})
    void aScoreBeyondItsBoundsIsAnErrorAndWorthNothing(double worth) {
        var finding = scored("", evidence().with(Map.of("coverage", worth)));

        assertThat(finding.outcome()).isEqualTo(Outcome.Error);
        assertThat(finding.worth()).isEmpty();
    }

    @Test
    void whatPassesByItsOutcomeMayBeWorthLess() {
        var finding = scored("", evidence().with(Map.of("coverage", 80)));

        assertThat(finding.outcome()).isEqualTo(Outcome.Pass);
        assertThat(finding.worth()).hasValue(80);
    }

    @ParameterizedTest
    @CsvSource({"data.coverage > 70, Pass", "data.coverage > 90, Fail", "data.nothing > 1, Unknown"})
    void anExpressionDecidesAndTheScoreSaysWhatItIsWorth(String expression, Outcome expected) {
        var said = evidence().withoutOutcome().with(Map.of("coverage", 80));
        var finding = scored(", expression: '%s'".formatted(expression), said);

        assertThat(finding.outcome()).isEqualTo(expected);
        assertThat(finding.worth().isPresent()).isEqualTo(expected != Outcome.Unknown);
    }

    @Test
    void aNumberInsideSomethingThatHasNoPartsIsMissing() {
        var check = RolloutScene.check("{name: load, evidence: {type: tests, notWorseThanBaseline: [-load.p95]}}");

        assertThat(new RolloutScene()
                        .said(evidence().with(Map.of("load", 7)))
                        .ask(check)
                        .reason())
                .isEqualTo(FindingReason.NoNumber);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {name: A}               | 200-299, A
                    {name: A, matches: 'x+'} | 200-299, A ~ x+
                    {name: A, value: x}     | 200-299, A: x
                    """)
    void whatIsExpectedOfAHeaderIsSaid(String header, String limit) {
        var scene = PodScene.of("{name: it, http: {expect: {headers: [%s]}}}".formatted(header));

        assertThat(scene.with(APod.up("a")).verifying().value().limit()).isEqualTo(limit);
    }

    @Test
    void aPodThatIsUpAndHasNotAnsweredAwaitsItsFirstAnswerAndAnyOtherFindingDoesNot() {
        var scene = PodScene.of("{name: it, http: {}}");

        assertThat(scene.verifying().awaitsItsFirstAnswer()).isFalse();
        assertThat(scene.with(APod.up("a")).verifying().awaitsItsFirstAnswer()).isTrue();
        assertThat(scene.fails(APod.up("b")).verifying().awaitsItsFirstAnswer()).isFalse();
    }
}
