package dev.readygate.checks.kinds;

import static dev.readygate.checks.EvidenceSamples.evidence;
import static dev.readygate.checks.RolloutScene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Check;
import dev.readygate.checks.RolloutScene;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.WaiverFact;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaivableTest {
    private static final Check TESTS = RolloutScene.check("{name: unit, gate: Serve, evidence: {type: tests}}");
    private static final Duration SOON = Duration.ofMinutes(10);

    private static WaiverFact waiver(String check, String name, Duration in) {
        var statement = evidence().named(name).by("alice").expiring(in).statement();
        return new WaiverFact(statement, check, Optional.empty(), "The vendor fixes it");
    }

    private static WaiverFact forRevision(String hash) {
        var statement = evidence().named("w").by("alice").expiring(SOON).statement();
        return new WaiverFact(statement, "unit", Optional.of(hash), "The vendor fixes it");
    }

    private static RolloutScene failing() {
        return new RolloutScene().said(evidence().failing());
    }

    @Test
    void aFailureIsExcusedByNameAndForATime() {
        var finding = failing().waived(waiver("unit", "w", SOON)).ask(TESTS);

        assertThat(finding.outcome()).isEqualTo(Outcome.Waived);
        assertThat(finding.basis().waiver()).contains("w");
        assertThat(finding.basis().evidence()).contains("it");
        assertThat(finding.message())
                .isEqualTo("waived by alice until 2026-03-01T12:10:00Z: The vendor fixes it; it by ci says Fail");
        assertThat(finding.value().seen()).isEqualTo("Fail");
    }

    @Test
    void afterItsEndItFailsAgain() {
        var scene = failing().waived(waiver("unit", "w", SOON));

        assertThat(TESTS.changesAt(scene.subject())).contains(NOON.plus(SOON).plusSeconds(2));
        var finding = scene.later(SOON.plusSeconds(2)).ask(TESTS);
        assertThat(finding.outcome()).isEqualTo(Outcome.Fail);
        assertThat(finding.message()).isEqualTo("it by ci says Fail; waiver w expired at 2026-03-01T12:10:00Z");
        assertThat(finding.basis().waiver()).isEmpty();
    }

    @Test
    void ofSeveralTheLongestCounts() {
        var scene = failing().waived(waiver("unit", "w", SOON)).waived(waiver("unit", "longer", SOON.multipliedBy(2)));

        assertThat(scene.later(SOON.plusMinutes(1)).ask(TESTS).basis().waiver()).contains("longer");
    }

    @Test
    void unknownIsNotExcused() {
        assertThat(new RolloutScene()
                        .waived(waiver("unit", "w", SOON))
                        .ask(TESTS)
                        .outcome())
                .isEqualTo(Outcome.Unknown);
    }

    @Test
    void unlessNoDataCountsAsFailing() {
        var check = RolloutScene.check("{name: unit, onNoData: Fail, evidence: {type: tests}}");

        assertThat(new RolloutScene()
                        .waived(waiver("unit", "w", SOON))
                        .ask(check)
                        .outcome())
                .isEqualTo(Outcome.Waived);
    }

    @Test
    void whatPassesNeedsNoExcuse() {
        assertThat(new RolloutScene()
                        .said(evidence())
                        .waived(waiver("unit", "w", SOON))
                        .ask(TESTS)
                        .outcome())
                .isEqualTo(Outcome.Pass);
    }

    @Test
    void otherChecksAreNotExcused() {
        assertThat(failing().waived(waiver("scan", "w", SOON)).ask(TESTS).outcome())
                .isEqualTo(Outcome.Fail);
    }

    @Test
    void anExcuseForOneRevisionIsForNoOther() {
        assertThat(failing().waived(forRevision("v2")).ask(TESTS).outcome()).isEqualTo(Outcome.Waived);
        assertThat(failing().waived(forRevision("v1")).ask(TESTS).outcome()).isEqualTo(Outcome.Fail);
    }
}
