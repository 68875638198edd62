package dev.readygate.checks.evidence;

import static dev.readygate.checks.EvidenceSamples.evidence;
import static dev.readygate.checks.EvidenceSamples.image;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Check;
import dev.readygate.checks.EvidenceSamples;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.RolloutScene;
import dev.readygate.checks.Subject;
import dev.readygate.facts.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatchetTest {
    private static final Check COVERAGE =
            RolloutScene.check("{name: unit, evidence: {type: tests, notWorseThanBaseline: [coverage]}}");

    private static EvidenceSamples baseline(Map<String, Object> data) {
        return evidence()
                .named("of-v1")
                .about(image("cart@sha256:v1"))
                .ago(Duration.ofDays(1))
                .with(data);
    }

    private static Finding ask(Check check, Map<String, Object> before, Map<String, Object> now) {
        return new RolloutScene()
                .said(baseline(before))
                .said(evidence().with(now))
                .ask(check);
    }

    @ParameterizedTest
    @CsvSource({"71, 71, Pass", "71, 71.1, Pass", "71, 70.9, Fail"})
    void aNumberMayOnlyRise(double before, double now, Outcome expected) {
        assertThat(ask(COVERAGE, Map.of("coverage", before), Map.of("coverage", now))
                        .outcome())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"200, 200, Pass", "200, 150, Pass", "200, 201, Fail"})
    void withAMinusItMayOnlyFall(int before, int now, Outcome expected) {
        var check = RolloutScene.check("{name: load, evidence: {type: tests, notWorseThanBaseline: [-load.p95]}}");

        var finding = ask(check, Map.of("load", Map.of("p95", before)), Map.of("load", Map.of("p95", now)));

        assertThat(finding.outcome()).isEqualTo(expected);
    }

    @Test
    void saysWhatIsWorseThanWhat() {
        var finding = ask(COVERAGE, Map.of("coverage", 73.5), Map.of("coverage", 71));

        assertThat(finding.message()).isEqualTo("coverage is 71, worse than 73.5 of the baseline, says of-v1 by ci");
        assertThat(finding.value()).isEqualTo(new Measured("71", "at least 73.5"));
    }

    @Test
    void aBaselineThatNeverSaidItSetsNoLimit() {
        assertThat(ask(COVERAGE, Map.of(), Map.of("coverage", 1)).outcome()).isEqualTo(Outcome.Pass);
        assertThat(new RolloutScene()
                        .said(evidence().with(Map.of("coverage", 1)))
                        .ask(COVERAGE)
                        .outcome())
                .isEqualTo(Outcome.Pass);
    }

    @Test
    void whatIsNotSaidAnyMoreIsUnknown() {
        assertThat(ask(COVERAGE, Map.of("coverage", 1), Map.of("coverage", "high"))
                        .reason())
                .isEqualTo(FindingReason.NoNumber);
    }

    @Test
    void theBaselineItselfIsComparedWithNothing() {
        var scene = new RolloutScene()
                .said(baseline(Map.of("coverage", 90)))
                .said(evidence().with(Map.of("coverage", 1)));

        assertThat(COVERAGE.evaluate(scene.promoted()).outcome()).isEqualTo(Outcome.Pass);
    }

    @ParameterizedTest
    @CsvSource({"90, 91, Pass", "90, 89, Fail"})
    void evidenceAboutTheDeploymentAloneIsComparedWithThatOfTheBaselinesTime(
            double before, double now, Outcome expected) {
        var scene = new RolloutScene()
                .said(ofTheDeployment(Duration.ofHours(2)).with(Map.of("coverage", before)))
                .said(ofTheDeployment(Duration.ofMinutes(2)).with(Map.of("coverage", now)))
                .said(ofTheDeployment(Duration.ofMinutes(1)).with(Map.of("coverage", now)));

        assertThat(scene.ask(COVERAGE).outcome()).isEqualTo(expected);
    }

    private static EvidenceSamples ofTheDeployment(Duration age) {
        return evidence()
                .named("of-the-deployment-" + age.toMinutes())
                .about(EvidenceSamples.deployment("cart"))
                .ago(age);
    }

    @ParameterizedTest
    @CsvSource({"90, 91, Pass", "90, 89, Fail"})
    void whereNothingIsVerifiedTheRevisionBeforeIsCompared(double before, double now, Outcome expected) {
        var scene = new RolloutScene()
                .said(baseline(Map.of("coverage", before)))
                .said(evidence().with(Map.of("coverage", now)));

        assertThat(COVERAGE.evaluate(Subject.everything(scene.subject().world()))
                        .outcome())
                .isEqualTo(expected);
    }

    private static final Check RAISED = RolloutScene.check(
            "{name: unit, evidence: {type: tests, notWorseThanBaseline: [coverage, -p95], autoRaise: true}}");

    private static Finding raised(EvidenceSamples other, double coverage, double p95) {
        return new RolloutScene()
                .said(baseline(Map.of("coverage", 70, "p95", 150)))
                .said(ofTheDeployment(Duration.ofHours(3)).with(Map.of("coverage", 75, "p95", 200)))
                .said(ofTheDeployment(Duration.ofHours(2)).with(Map.of("coverage", 72, "p95", 180)))
                .said(other)
                .said(evidence().with(Map.of("coverage", coverage, "p95", p95)))
                .ask(RAISED);
    }

    @ParameterizedTest
    @CsvSource({"75, 150, Pass", "74.9, 150, Fail", "75, 151, Fail"})
    void whereItIsRaisedTheBestThatWasEverStatedIsTheLimit(double coverage, double p95, Outcome expected) {
        assertThat(raised(evidence().ofType("other"), coverage, p95).outcome()).isEqualTo(expected);
    }

    @Test
    void andSaysSo() {
        assertThat(raised(evidence().ofType("other"), 74, 100).message())
                .isEqualTo("coverage is 74, worse than 75, the best so far, says of-the-deployment-180 by ci");
    }

    @Test
    void whatFailedOrExpiredOrIsOfAnotherDeploymentRaisesNothing() {
        var good = Map.<String, Object>of("coverage", 99, "p95", 1);

        for (var it : List.of(
                ofTheDeployment(Duration.ofHours(1)).with(good).failing(),
                evidence().about(EvidenceSamples.deployment("basket")).with(good),
                ofTheDeployment(Duration.ofHours(1)).with(good).expiring(Duration.ofMinutes(-5)))) {
            assertThat(raised(it, 75, 150).outcome()).isEqualTo(Outcome.Pass);
        }
        assertThat(raised(ofTheDeployment(Duration.ofHours(1)).with(good), 75, 150)
                        .outcome())
                .isEqualTo(Outcome.Fail);
    }

    @Test
    void itIsJudgedAnewWhenTheBestExpires() {
        var scene = new RolloutScene()
                .said(ofTheDeployment(Duration.ofHours(1))
                        .with(Map.of("coverage", 75, "p95", 1))
                        .expiring(Duration.ofMinutes(1)))
                .said(evidence().with(Map.of("coverage", 74, "p95", 1)));

        assertThat(RAISED.changesAt(scene.subject())).contains(RolloutScene.NOON.plusSeconds(62));
        assertThat(scene.ask(RAISED).outcome()).isEqualTo(Outcome.Fail);
        assertThat(scene.later(Duration.ofSeconds(62)).ask(RAISED).outcome()).isEqualTo(Outcome.Pass);
    }

    @Test
    void keysMayContainDots() {
        var check = RolloutScene.check("{name: load, evidence: {type: tests, notWorseThanBaseline: [load.rps]}}");

        assertThat(ask(check, Map.of("load.rps", 10), Map.of("load.rps", 9)).outcome())
                .isEqualTo(Outcome.Fail);
    }
}
