package dev.readygate.checks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Finding;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.RolloutScene;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.PromotedBaseline;
import dev.readygate.facts.PromotedBaseline.FoundReport;
import dev.readygate.facts.PromotedBaseline.PromotedRelease;
import dev.readygate.facts.ReportRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifiedEvaluatorTest {
    private static final String STAGED = "{name: staged, verified: {namespace: staging}}";
    private static final String LATELY = "{name: staged, verified: {namespace: staging, maxAge: 7d}}";
    private static final Instant AN_HOUR_AGO = RolloutScene.NOON.minus(Duration.ofHours(1));
    private static final PromotedRelease OTHER =
            new PromotedRelease(List.of("cart:v3"), List.of("sha256:v3"), RolloutScene.NOON, true);

    private final RolloutScene scene = new RolloutScene();

    @Test
    void theSameDigestsPass() {
        scene.reported(
                "staging/cart",
                now(new PromotedRelease(List.of("b/cart:rc"), List.of("sha256:v2"), AN_HOUR_AGO, true)));
        var finding = asked(STAGED, Outcome.Pass);
        assertThat(finding.message()).isEqualTo("the same images were verified in staging/cart at " + AN_HOUR_AGO);
    }

    @Test
    void otherDigestsHoldUntilTheyAreVerifiedThereToo() {
        scene.reported("staging/cart", now(OTHER));
        assertThat(asked(STAGED, Outcome.Fail).message())
                .isEqualTo("other images are verified in staging/cart (cart:v3): release these there first");
        assertThat(RolloutScene.check(STAGED).healsByItself()).isTrue();
    }

    @Test
    void theSameTagIsNotTheSameImage() {
        scene.reported(
                "staging/cart",
                now(new PromotedRelease(List.of("cart:v2"), List.of("sha256:pushed-again"), AN_HOUR_AGO, true)));
        asked(STAGED, Outcome.Fail);
    }

    @Test
    void whatOnlyRunsThereIsNotVerified() {
        scene.reported(
                "staging/cart", now(new PromotedRelease(List.of("cart:v2"), List.of("sha256:v2"), AN_HOUR_AGO, false)));
        assertThat(asked(STAGED, Outcome.Fail).message()).contains("its checks have not passed yet");
    }

    @Test
    void whatWasVerifiedEarlierCountsForAWhileAndOnlyIfAsked() {
        var earlier = new PromotedRelease(List.of("cart@sha256:v2"), List.of("sha256:v2"), AN_HOUR_AGO, true);
        scene.reported("staging/cart", new FoundReport(Optional.of(OTHER), List.of(earlier)));
        asked(STAGED, Outcome.Fail);
        asked(LATELY, Outcome.Pass);
        assertThat(RolloutScene.check(LATELY).changesAt(scene.subject()))
                .contains(AN_HOUR_AGO.plus(Duration.ofDays(7)));
        scene.later(Duration.ofDays(7));
        asked(LATELY, Outcome.Fail);
    }

    @Test
    void digestsThatAreNotKnownYetAreNotGuessed() {
        scene.reported(
                "staging/cart", now(new PromotedRelease(List.of("cart:v2"), List.of("sha256:v2"), AN_HOUR_AGO, true)));
        scene.running(List.of("cart:v2"), List.of());
        assertThat(asked(STAGED, Outcome.Unknown).message()).contains("name images as image@sha256:…");
        scene.running(List.of("cart:v2", "proxy:1"), List.of("sha256:v2"));
        asked(STAGED, Outcome.Unknown);
    }

    @Test
    void aDeclaredDigestNeedsNoPodAndMayBeAnIndexOfSeveralPlatforms() {
        scene.reported(
                "staging/cart",
                now(new PromotedRelease(
                        List.of("cart@sha256:index"), List.of("sha256:index", "sha256:arm"), AN_HOUR_AGO, true)));
        scene.running(List.of("cart@sha256:index"), List.of("sha256:index", "sha256:amd"));
        asked(STAGED, Outcome.Pass);
    }

    @Test
    void digestsNeverSeenThereAreUnknown() {
        scene.reported("staging/cart", now(new PromotedRelease(List.of("cart:v2"), List.of(), AN_HOUR_AGO, true)));
        assertThat(asked(STAGED, Outcome.Unknown).reason()).isEqualTo(FindingReason.DigestUnknown);
    }

    @Test
    void nothingVerifiedThereIsNoPass() {
        scene.reported("staging/cart", new FoundReport(Optional.empty(), List.of()));
        assertThat(asked(STAGED, Outcome.Fail).message()).isEqualTo("nothing is verified in staging/cart yet");
    }

    @Test
    void withoutAReportItIsUnknown() {
        assertThat(asked(STAGED, Outcome.Unknown).message())
                .startsWith("nothing is reported of Deployment staging/cart");
    }

    @Test
    void outOfBoundsItNamesTheSetting() {
        scene.reported("staging/cart", new PromotedBaseline.OutOfBounds());
        assertThat(asked(STAGED, Outcome.Error).message()).contains("checks.verifiedNamespaces");
    }

    @Test
    void leftOutNamesAreItsOwn() {
        var specs = List.of(
                RolloutScene.spec("{name: a, verified: {namespace: staging}}"),
                RolloutScene.spec("{name: b, verified: {name: canary}}"));
        assertThat(FactsWantedBy.checks(
                                specs, scene.subject().world().workload().ref())
                        .reports())
                .containsExactlyInAnyOrder(new ReportRef("staging", "cart"), new ReportRef("shop", "canary"));
    }

    private static FoundReport now(PromotedRelease baseline) {
        return new FoundReport(Optional.of(baseline), List.of());
    }

    private Finding asked(String check, Outcome expected) {
        var finding = scene.ask(RolloutScene.check(check));
        assertThat(finding.outcome()).as(finding.message()).isEqualTo(expected);
        return finding;
    }

    @Test
    void whereNothingIsReportedNothingGrowsOld() {
        assertThat(RolloutScene.check(LATELY).changesAt(scene.subject())).isEmpty();
    }
}
