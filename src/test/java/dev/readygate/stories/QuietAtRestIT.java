package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.StepStatus.StepState;
import dev.readygate.testing.App;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Counts writes where they cost: in the API server's own audit log. */
@ExtendWith(ClusterExtension.class)
class QuietAtRestIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");
    private static final Release SICK = Release.sick("v3");

    /** How long the steps of eachStepCostsOneWriteMore last by themselves. */
    private static final Duration LONGER_THAN_WORDING_WAITS = Duration.ofSeconds(30);

    private static final Duration STEPS = Duration.ofSeconds(4);

    @Test
    void nothingIsWrittenInAMinuteOfSteadyProbing(Namespace shop, Cluster cluster) {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        var pay = shop.deploy("pay", V1).waitUntilVerified().release(SICK).waitUntilWithdrawn();
        shop.healthPolicy().waitUntilEnforced();
        List.of(cart, pay).forEach(QuietAtRestIT::waitUntilAllHasBeenSaid);
        settled(shop);
        try (var other = onTheirWay(cluster)) {
            settled(other);
            expectAMinuteWithoutAWrite(shop, other);
        }
    }

    /** One release in the middle of its steps, and one in the middle of its soak. */
    private static Namespace onTheirWay(Cluster cluster) {
        var other = cluster.namespace(Map.of());
        policy(other, "stepping", "soak: 0s, steps: [{share: 34%, for: 1h}, {share: 100%}]");
        policy(other, "soaking", "soak: 1h");
        var stepping = other.deploy("stepping", V1);
        var soaking = other.deploy("soaking", V1).waitUntilVerified().release(V2);
        stepping.waitUntilVerified()
                .release(V2)
                .waitUntilReported(
                        "its step",
                        it -> it.steps().stream()
                                .anyMatch(step -> step.state() == StepState.Open && step.since() != null));
        soaking.waitUntilReported("its soak", it -> it.phase() == Phase.Stay);
        return other;
    }

    private static void policy(Namespace where, String app, String rollout) {
        where.policy(app, """
                mode: Enforce
                selector: {matchLabels: {app: %s}}
                rollout: {%s}
                checks: [{name: healthy, gate: Serve, every: 1s, timeout: 1s, failAfter: 2, http: {path: /health}}]
                """.formatted(app, rollout));
    }

    /** It begins at the latest half a minute after the last change: by then changes of wording are written. */
    private static void expectAMinuteWithoutAWrite(Namespace one, Namespace other) {
        var last = new int[] {-1};
        Awaitility.await("a minute without a write")
                .pollInterval(Duration.ofSeconds(1))
                .during(Duration.ofSeconds(60))
                .until(() -> last[0]
                        == (last[0] = one.writesOfTheOperator().size()
                                + other.writesOfTheOperator().size()
                                + one.cluster()
                                        .audit()
                                        .writesOfTheOperatorElsewhere()
                                        .size()));
    }

    private static Duration released(App cart) {
        var begin = Instant.now();
        cart.release(V2).waitUntilVerified();
        return Duration.between(begin, Instant.now());
    }

    /** What is waited for is written each time it lasts for three seconds, which it does on a slow machine only. */
    private static int writesOfWaiting(Duration lasts) {
        return Math.toIntExact(lasts.toSeconds() / 3);
    }

    @Test
    void aCleanRolloutOfThreeCostsThreeWritesAndAnEventBesidesOneConditionAPod(Namespace shop) {
        shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        settled(shop);
        var before = shop.writesOfTheOperator().size();

        var lasts = released(cart);
        settled(shop);

        var rollout = after(before, shop.writesOfTheOperator());
        assertThat(rollout).filteredOn(it -> it.contains(" pods/status ")).hasSize(3);
        assertThat(rollout).filteredOn(it -> it.contains(" events ")).hasSize(1);
        assertThat(others(rollout)).as("%s", rollout).hasSizeLessThanOrEqualTo(3 + writesOfWaiting(lasts));
    }

    @Test
    void eachStepCostsOneWriteMore(Namespace shop) {
        policy(shop, "cart", "soak: 0s, steps: [{share: 34%, for: 2s}, {share: 67%, for: 2s}, {share: 100%}]");
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        settled(shop);
        var before = shop.writesOfTheOperator().size();

        var lasts = released(cart);
        settled(shop);

        var rollout = after(before, shop.writesOfTheOperator());
        assertThat(rollout).filteredOn(it -> it.contains(" pods/status ")).hasSize(3);
        assertThat(rollout).filteredOn(it -> it.contains(" events ")).hasSize(1);
        assertThat(others(rollout))
                .as("%s", rollout)
                .hasSizeLessThanOrEqualTo(3 + 3 + writesOfWaiting(lasts.minus(STEPS)));
    }

    @Test
    void aRestartOfTheOperatorIsNoNews(Namespace shop) {
        shop.healthPolicy();
        shop.deploy("cart", V1).waitUntilVerified();
        shop.deploy("pay", V1).waitUntilVerified().release(SICK).waitUntilWithdrawn();
        shop.healthPolicy().waitUntilEnforced();
        settled(shop);
        var before = shop.writesOfTheOperator().size();

        shop.operator().kill();
        shop.operator().start();

        Awaitility.await("nothing to be written, new wording neither")
                .during(LONGER_THAN_WORDING_WAITS)
                .until(() -> after(before, shop.writesOfTheOperator()).isEmpty());
    }

    /** The number of pods in an answer is wording, which is written late. */
    private static void waitUntilAllHasBeenSaid(App app) {
        app.waitUntilReported(
                "the answers of all", it -> it.checks().getFirst().message().contains("on 3 of 3 pods"));
    }

    private static List<String> after(int so, List<String> writes) {
        return writes.subList(so, writes.size());
    }

    private static List<String> others(List<String> writes) {
        return writes.stream()
                .filter(it -> !it.contains(" pods/status ") && !it.contains(" events "))
                .toList();
    }

    /** The operator has finished its writes about the past. */
    private static void settled(Namespace shop) {
        var last = new int[] {-1};
        Awaitility.await("the operator to be done")
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> last[0] == (last[0] = shop.writesOfTheOperator().size()));
    }
}
