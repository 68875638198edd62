package dev.readygate.checks.evidence;

import static dev.readygate.checks.EvidenceSamples.commit;
import static dev.readygate.checks.EvidenceSamples.deployment;
import static dev.readygate.checks.EvidenceSamples.evidence;
import static dev.readygate.checks.EvidenceSamples.image;
import static dev.readygate.checks.EvidenceSamples.revision;
import static dev.readygate.checks.RolloutScene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Check;
import dev.readygate.checks.EvidenceSamples;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.RolloutScene;
import dev.readygate.facts.About;
import dev.readygate.facts.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceEvaluatorTest {
    private static final Check TESTS = RolloutScene.check("{name: unit, evidence: {type: tests}}");

    private static Check tests(String more) {
        return RolloutScene.check("{name: unit, evidence: {type: tests, %s}}".formatted(more));
    }

    private static Outcome outcome(Check check, EvidenceSamples... said) {
        var scene = new RolloutScene();
        for (var it : said) {
            scene.said(it);
        }
        return scene.ask(check).outcome();
    }

    @Test
    void withoutEvidenceItIsUnknownAndNamesTheRemedy() {
        var finding = new RolloutScene().ask(TESTS);

        assertThat(finding.outcome()).isEqualTo(Outcome.Unknown);
        assertThat(finding.reason()).isEqualTo(FindingReason.NoEvidence);
        assertThat(finding.message())
                .contains("no evidence of type tests about this revision yet", "add a ReadinessEvidence", "2222222");
    }

    @Test
    void restsOnTheOneItWasToldBy() {
        var finding = new RolloutScene().said(evidence().named("run-7")).ask(TESTS);

        assertThat(finding.outcome()).isEqualTo(Outcome.Pass);
        assertThat(finding.message()).isEqualTo("run-7 by ci says Pass");
        assertThat(finding.basis().evidence()).contains("run-7");
        assertThat(finding.since()).contains(NOON.minusSeconds(60));
    }

    @Test
    void theNewestWins() {
        var old = evidence().ago(Duration.ofHours(2));

        assertThat(outcome(TESTS, old, evidence().failing())).isEqualTo(Outcome.Fail);
        assertThat(outcome(TESTS, evidence(), old.failing())).isEqualTo(Outcome.Pass);
    }

    @Test
    void ofTwoInTheSameSecondTheWorseCounts() {
        assertThat(outcome(TESTS, evidence(), evidence().named("zz").failing())).isEqualTo(Outcome.Fail);
    }

    @Test
    void otherTypesSayNothing() {
        assertThat(outcome(TESTS, evidence().ofType("scan").failing())).isEqualTo(Outcome.Unknown);
    }

    @Test
    void whatIsAboutAnotherRevisionSaysNothing() {
        assertThat(outcome(TESTS, evidence().about(image("cart@sha256:v1")).failing()))
                .isEqualTo(Outcome.Unknown);
        assertThat(outcome(TESTS, evidence().about(revision("v1")).failing())).isEqualTo(Outcome.Unknown);
    }

    @ParameterizedTest
    @CsvSource({
        "Any, true, true, true, true",
        "Revision, true, true, true, false",
        "Image, true, false, false, false",
        "Commit, false, true, false, false",
        "Deployment, false, false, true, true"
    })
    void theScopeSaysWhatMustBeNamed(String scope, boolean byImage, boolean byCommit, boolean byHash, boolean byName) {
        var check = tests("about: " + scope);

        assertThat(counts(check, image("cart:v2"))).isEqualTo(byImage);
        assertThat(counts(check, commit("2222222"))).isEqualTo(byCommit);
        assertThat(counts(check, revision("v2"))).isEqualTo(byHash);
        assertThat(counts(check, deployment("cart"))).isEqualTo(byName);
    }

    private static boolean counts(Check check, About about) {
        return outcome(check, evidence().about(about)) == Outcome.Pass;
    }

    @Test
    void whatHasExpiredSaysNothing() {
        var scene = new RolloutScene().said(evidence().expiring(Duration.ofMinutes(1)));

        assertThat(scene.ask(TESTS).outcome()).isEqualTo(Outcome.Pass);
        assertThat(TESTS.changesAt(scene.subject())).contains(NOON.plusSeconds(62));
        assertThat(scene.later(Duration.ofSeconds(62)).ask(TESTS).message())
                .contains("it by ci expired at 2026-03-01T12:01:00Z");
    }

    @Test
    void whatIsTooOldSaysNothing() {
        var check = tests("maxAge: 1h");
        var scene = new RolloutScene().said(evidence().ago(Duration.ofMinutes(30)));

        assertThat(scene.ask(check).outcome()).isEqualTo(Outcome.Pass);
        assertThat(check.changesAt(scene.subject())).contains(NOON.plusSeconds(30 * 60 + 2));
        assertThat(scene.later(Duration.ofSeconds(30 * 60 + 2)).ask(check).message())
                .contains("is older than 1h");
    }

    @Test
    void onlyThoseNamedAreListenedTo() {
        var check = tests("from: {users: [ci], groups: [qa]}");

        assertThat(outcome(check, evidence().by("ci"))).isEqualTo(Outcome.Pass);
        assertThat(outcome(check, evidence().by("dora", "qa"))).isEqualTo(Outcome.Pass);
        assertThat(outcome(check, evidence().by("mallory", "dev"))).isEqualTo(Outcome.Unknown);
        assertThat(outcome(check, evidence().unstamped())).isEqualTo(Outcome.Unknown);
        assertThat(outcome(check, evidence(), evidence().by("mallory").failing().ago(Duration.ZERO)))
                .isEqualTo(Outcome.Pass);
    }

    @Test
    void withoutAnOutcomeItSaysNothingYet() {
        var finding = new RolloutScene().said(evidence().withoutOutcome()).ask(TESTS);

        assertThat(finding.outcome()).isEqualTo(Outcome.Unknown);
        assertThat(finding.reason()).isEqualTo(FindingReason.NoOutcome);
    }
}
