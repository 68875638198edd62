package dev.readygate.checks.evidence;

import static dev.readygate.checks.EvidenceSamples.approval;
import static dev.readygate.checks.EvidenceSamples.deployment;
import static dev.readygate.checks.EvidenceSamples.image;
import static dev.readygate.checks.RolloutScene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Check;
import dev.readygate.checks.EvidenceSamples;
import dev.readygate.checks.Finding;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.RolloutScene;
import dev.readygate.facts.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ApprovalEvaluatorTest {
    private static final Check TWO =
            RolloutScene.check("{name: sign-off, approval: {type: tests, count: 2, groups: [managers]}}");

    private static Finding ask(EvidenceSamples... said) {
        return scene(said).ask(TWO);
    }

    private static RolloutScene scene(EvidenceSamples... said) {
        var scene = new RolloutScene();
        for (var it : said) {
            scene.said(it);
        }
        return scene;
    }

    @Test
    void saysWhoHasSignedAndHowManyAreMissing() {
        assertThat(ask().message()).isEqualTo("nobody has approved this revision yet, 2 more of group managers needed");
        var finding = ask(approval("alice"));

        assertThat(finding.outcome()).isEqualTo(Outcome.Unknown);
        assertThat(finding.message()).isEqualTo("approved by alice, 1 more of group managers needed");
        assertThat(finding.value().seen()).isEqualTo("1");
        assertThat(finding.value().limit()).isEqualTo("2");
    }

    @Test
    void enoughDifferentPeoplePass() {
        var finding = ask(approval("alice").ago(Duration.ofMinutes(3)), approval("bob"));

        assertThat(finding.outcome()).isEqualTo(Outcome.Pass);
        assertThat(finding.message()).isEqualTo("approved by alice, bob");
        assertThat(finding.basis().evidence()).contains("of-bob");
        assertThat(finding.since()).contains(NOON.minusSeconds(60));
    }

    @Test
    void onePersonCountsOnce() {
        assertThat(ask(approval("alice"), approval("alice").named("again")).outcome())
                .isEqualTo(Outcome.Unknown);
    }

    @Test
    void strangersDoNotCount() {
        var finding = ask(approval("alice"), approval("mallory").by("mallory", "dev"));

        assertThat(finding.outcome()).isEqualTo(Outcome.Unknown);
        assertThat(finding.message()).contains("of-mallory by mallory is not from group managers");
    }

    @Test
    void anUnconfirmedAuthorDoesNotCount() {
        assertThat(ask(approval("alice"), approval("bob").unstamped()).outcome())
                .isEqualTo(Outcome.Unknown);
    }

    @Test
    void whoAppliedItDoesNotCount() {
        var finding = scene(approval("alice"), approval("bob")).appliedBy("bob").ask(TWO);

        assertThat(finding.outcome()).isEqualTo(Outcome.Unknown);
        assertThat(finding.message()).contains("of-bob by bob does not count, as they applied the revision");
    }

    @Test
    void unlessThePolicySaysSo() {
        var check = RolloutScene.check(
                "{name: sign-off, approval: {type: tests, count: 2, groups: [managers], allowApplier: true}}");

        assertThat(scene(approval("alice"), approval("bob"))
                        .appliedBy("bob")
                        .ask(check)
                        .outcome())
                .isEqualTo(Outcome.Pass);
        assertThat(scene(approval("alice"), approval("bob"))
                        .appliedBy(null)
                        .ask(check)
                        .outcome())
                .isEqualTo(Outcome.Pass);
    }

    @Test
    void withAnUnknownApplierItIsUnknown() {
        var finding = scene(approval("alice"), approval("bob")).appliedBy(null).ask(TWO);

        assertThat(finding.outcome()).isEqualTo(Outcome.Unknown);
        assertThat(finding.reason()).isEqualTo(FindingReason.ApplierUnknown);
    }

    @Test
    void whereNothingIsHeldTheApplierNeedNotBeKnown() {
        var observed = scene(approval("alice"), approval("bob")).appliedBy(null).promoted();

        assertThat(TWO.evaluate(observed).outcome()).isEqualTo(Outcome.Pass);
    }

    @Test
    void aRefusalOfOneRefusesForAll() {
        var finding = ask(approval("alice"), approval("bob"), approval("carol").failing());

        assertThat(finding.outcome()).isEqualTo(Outcome.Fail);
        assertThat(finding.message()).isEqualTo("refused by carol in of-carol");
    }

    @Test
    void peopleMayChangeTheirMinds() {
        var refusal = approval("carol").failing().ago(Duration.ofMinutes(4));

        assertThat(ask(approval("alice"), refusal, approval("carol").named("after-all"))
                        .outcome())
                .isEqualTo(Outcome.Pass);
    }

    @Test
    void anApprovalOfTheDeploymentMeansTheRevisionThatWasNewestThen() {
        var now = approval("alice").about(deployment("cart"));
        var before = approval("bob").about(deployment("cart")).ago(Duration.ofMinutes(6));

        assertThat(ask(now, approval("carol")).outcome()).isEqualTo(Outcome.Pass);
        assertThat(ask(before, approval("carol")).outcome()).isEqualTo(Outcome.Unknown);
    }

    @Test
    void anApprovalOfAnotherImageSaysNothing() {
        assertThat(ask(approval("alice").about(image("cart@sha256:v1")), approval("bob"))
                        .outcome())
                .isEqualTo(Outcome.Unknown);
    }

    @Test
    void anApprovalThatExpiresIsLookedAtAgainThen() {
        var scene = scene(approval("alice").expiring(Duration.ofMinutes(9)), approval("bob"));

        assertThat(TWO.changesAt(scene.subject())).contains(NOON.plusSeconds(9 * 60 + 2));
        assertThat(scene.later(Duration.ofMinutes(10)).ask(TWO).outcome()).isEqualTo(Outcome.Unknown);
    }

    @Test
    void withoutATypeTheNameOfTheCheckIsTheType() {
        var check = RolloutScene.check("{name: sign-off, approval: {users: [alice]}}");

        var ofStandard = RolloutScene.check("{name: house/sign-off, approval: {groups: [managers]}}");
        assertThat(scene(approval("alice").ofType("sign-off")).ask(ofStandard).outcome())
                .isEqualTo(Outcome.Pass);
        assertThat(scene(approval("alice").ofType("sign-off")).ask(check).outcome())
                .isEqualTo(Outcome.Pass);
    }
}
