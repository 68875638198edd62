package dev.readygate.checks.kinds;

import static dev.readygate.checks.APod.up;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.EvidenceSamples;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.PodScene;
import dev.readygate.checks.RolloutScene;
import dev.readygate.checks.Subject;
import dev.readygate.checks.answer.HttpAnswer.Body;
import dev.readygate.checks.answer.HttpAnswer.Response;
import dev.readygate.facts.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for checks of several kinds. */
class EveryCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"evidence: {type: tests}", "approval: {count: 1, groups: [leads]}"})
    void beforeItsReplicaSetARevisionHasNoStatements(String kind) {
        var finding = PodScene.of("{name: it, %s}".formatted(kind)).running();

        assertThat(finding.outcome()).isEqualTo(Outcome.Unknown);
        assertThat(finding.reason()).isEqualTo(FindingReason.NoRevision);
    }

    @Test
    void whatAsksNoPodsSaysOfEachPodWhatItSaysOfAll() {
        var scene = PodScene.of("{name: it, evidence: {type: tests}}").with(up("a"));

        assertThat(scene.of(up("a"))).isEqualTo(scene.verifying());
    }

    @ParameterizedTest
    @CsvSource({"http: {}, false", "evidence: {type: tests}, false", "window: {}, true"})
    void onlyAWindowPassesByWaiting(String kind, boolean heals) {
        assertThat(RolloutScene.check("{name: it, %s}".formatted(kind)).healsByItself())
                .isEqualTo(heals);
    }

    @Test
    void ofTwoWordingsAPodHasToSatisfyBoth() {
        var pod = up("a");
        var one = PodScene.of("{name: it, http: {path: /one}}").passes(pod);
        var two = PodScene.of("{name: it, http: {path: /two}}");
        var both = AllChecks.of(List.of(
                RolloutScene.spec("{name: it, http: {path: /one}}"),
                RolloutScene.spec("{name: it, http: {path: /two}}")));

        assertThat(one.of(pod).outcome()).isEqualTo(Outcome.Pass);
        assertThat(both.evaluate(one.subject(), pod).outcome()).isEqualTo(Outcome.Unknown);
        assertThat(both.asks(one.subject()))
                .hasSize(one.asks().size() + two.with(pod).asks().size());
    }

    @Test
    void whatATargetAnsweredNeverShowsByWayOfALog() {
        var response = new Response(200, Map.of(), new Body("password=hunter2", true), Duration.ZERO);

        assertThat(response.toString()).contains("16 characters").doesNotContain("hunter2");
    }

    @Test
    void whileNothingIsBeingVerifiedStatementsAreAboutWhatIsDeclared() {
        var tests = RolloutScene.check("{name: unit, evidence: {type: tests}}");
        var about = new RolloutScene()
                .said(EvidenceSamples.evidence().about(EvidenceSamples.revision("v2")))
                .subject();

        assertThat(tests.evaluate(Subject.everything(about.world())).outcome()).isEqualTo(Outcome.Pass);
    }
}
