package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.Verdict;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Colleague;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ClusterExtension.class)
class EvidenceIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");
    private static final String ABOUT = "{type: %s, outcome: %s, about: {image: '%s'}}";

    @Test
    void aRevisionWaitsForItsTestsAndServesWhenTheyPassThoughNothingElseIsAsked(Namespace shop) {
        var ci = shop.colleague("runner", "ci");
        var cart = running(shop, "evidence: {type: unit-tests, about: Image, from: {groups: [ci]}}");

        cart.release(V2).waitUntil("to wait", it -> it.waitingPodsOf(V2) == 1);
        cart.staysSo("waiting", it -> it.readyPodsOf(V2) == 0);
        assertThat(cart.check("vouched").orElseThrow().message()).contains("no evidence of type unit-tests");

        ci.states("v2-tests", ABOUT.formatted("unit-tests", "Pass", cart.imageOf(V2)));
        cart.waitUntilVerified();
        assertThat(cart.check("vouched").orElseThrow().evidence()).isEqualTo("v2-tests");
    }

    @Test
    void evidenceThatFailsTakesTheRevisionBack(Namespace shop) {
        var ci = shop.colleague("runner", "ci");
        var cart = running(shop, "evidence: {type: unit-tests, about: Image, from: {groups: [ci]}}");

        cart.release(V2).waitUntil("to wait", it -> it.waitingPodsOf(V2) == 1);
        ci.states("v2-tests", ABOUT.formatted("unit-tests", "Fail", cart.imageOf(V2)));

        assertThat(cart.waitUntilWithdrawn()).serves(V1, 3).hasNoPodsOf(V2);
    }

    @Test
    void strangersAndFalseClaimsAreIgnored(Namespace shop) {
        var mallory = shop.colleague("mallory", "dev");
        var cart = running(shop, "evidence: {type: unit-tests, from: {users: [runner], groups: [ci]}}");

        cart.release(V2).waitUntil("to wait", it -> it.waitingPodsOf(V2) == 1);
        mallory.states("forged", """
                {type: unit-tests, outcome: Pass, about: {deployment: cart}, by: {user: runner, groups: [ci]}}""");

        cart.waitUntil(
                "to say why",
                it -> it.check("vouched")
                        .filter(one -> one.message().contains("forged by mallory is not from those who may give it"))
                        .isPresent());
        assertThat(cart.readyPodsOf(V2)).isZero();
    }

    @Test
    void peopleApproveOthersReleasesAndNotTheirOwn(Namespace shop) {
        var cart = running(shop, "approval: {type: sign-off, count: 2, groups: [managers]}");
        var ann = shop.colleague("ann", "managers");

        ann.releases(cart, V2);
        cart.waitUntil("to wait", it -> it.waitingPodsOf(V2) == 1);
        var image = cart.imageOf(V2);
        ann.states("of-ann", ABOUT.formatted("sign-off", "Pass", image));
        shop.colleague("ben", "managers").states("of-ben", ABOUT.formatted("sign-off", "Pass", image));
        shop.colleague("cleo", "dev").states("of-cleo", ABOUT.formatted("sign-off", "Pass", image));

        cart.waitUntil(
                "to count one",
                it -> it.check("vouched")
                        .filter(one -> one.message().startsWith("approved by ben, 1 more of group managers needed"))
                        .isPresent());
        cart.staysSo("waiting", it -> it.readyPodsOf(V2) == 0);

        shop.colleague("dora", "managers").states("of-dora", ABOUT.formatted("sign-off", "Pass", image));
        cart.waitUntilVerified();
        assertThat(cart.status().orElseThrow().revision().appliedBy()).isEqualTo("ann");
    }

    @Test
    void aFailureIsExcusedUntilTheWaiverExpires(Namespace shop) {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        var adam = shop.colleague("adam");
        cart.allPodsNow("http", "/health 503").waitUntilCheckIs("healthy", CheckOutcome.Fail);

        var seen = waivedForAWhile(cart, adam);

        var healthy = seen.report().checks().getFirst();
        assertThat(healthy.waivedBy()).isEqualTo("until-" + seen.until().getEpochSecond());
        assertThat(healthy.message()).startsWith("waived by adam until " + seen.until());
        assertThat(seen.report().verdict()).isNotIn(Verdict.Pass, Verdict.Fail);

        cart.waitUntilCheckIs("healthy", CheckOutcome.Fail);
        assertThat(Instant.now()).isAfterOrEqualTo(seen.until());
        assertThat(cart.status().orElseThrow().verdict()).isEqualTo(Verdict.Fail);
    }

    private record Waived(Instant until, ReadinessReportStatus report) {}

    /** For some seconds, or as many more as this machine needs to report it before they are over. */
    private static Waived waivedForAWhile(App cart, Colleague adam) {
        for (int seconds = 6; ; seconds *= 2) {
            var until = Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
            adam.waives("until-" + until.getEpochSecond(), waiver(until));
            var seen = new AtomicReference<ReadinessReportStatus>();
            cart.waitUntil("to be excused, or too late", it -> {
                it.status()
                        .filter(report -> report.checks().getFirst().outcome() == CheckOutcome.Waived)
                        .ifPresent(seen::set);
                return seen.get() != null || Instant.now().isAfter(until);
            });
            if (seen.get() != null) {
                return new Waived(until, seen.get());
            }
        }
    }

    @Test
    void aWaivedCheckLetsAReleasePass(Namespace shop) {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        shop.healthPolicy().waitUntilEnforced();
        shop.colleague("adam").waives("known", waiver(Instant.parse("2099-01-01T00:00:00Z")));

        assertThat(cart.release(Release.sick("v2")).waitUntilVerified()).serves(Release.sick("v2"), 3);
    }

    private static String waiver(Instant until) {
        return "{check: healthy, deployment: cart, reason: fixed by the next release, expires: '%s'}".formatted(until);
    }

    /** V1 runs and is the baseline; the next release must pass this check. */
    private static App running(Namespace shop, String question) {
        var cart = shop.deploy("cart", V1).waitUntil("to run", App::isRolledOut);
        shop.policy("vouched", """
                        mode: Enforce
                        selector: {}
                        rollout: {onFailure: Withdraw, soak: 0s}
                        checks:
                        - name: vouched
                          required: true
                          gate: Serve
                          %s
                        """.formatted(question)).waitUntilEnforced();
        return cart;
    }
}
