package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All scenarios run at the same time, once without faults, once with a GitOps tool that applies the declared
 * manifest every second, and once while the operator is killed again and again. Each has the expected end state,
 * the same every time: as many writes to the Deployment, the same Events, and the same report.
 */
@ExtendWith(ClusterExtension.class)
class ScenariosIT {
    private static final int KILLS = 3;
    /** More of them at once would only wait for a core. */
    private static final int WIDTH = 6 * Runtime.getRuntime().availableProcessors();

    private static final Executor SOME_AT_ONCE =
            Executors.newFixedThreadPool(WIDTH, Thread.ofVirtual().factory());

    private static Map<String, CompletableFuture<EndState>> inPeace;
    private static Map<String, CompletableFuture<EndState>> healed;
    private static Map<String, CompletableFuture<EndState>> killed;

    @BeforeAll
    static void tellAll(Cluster cluster) {
        cluster.operator().ensureRunning();
        var begun = Instant.now();
        inPeace = told(scenarios(), it -> it.play(cluster));
        healed = told(declared(), it -> it.playHealed(cluster, inPeace.get(it.title())));
        waitFor(inPeace);
        waitFor(healed);
        var assassin = Assassin.of(cluster.operator());
        var took = Duration.between(begun, Instant.now())
                .multipliedBy(inPeace.size())
                .dividedBy(inPeace.size() + healed.size());
        killed = told(scenarios(), it -> it.play(cluster, inPeace.get(it.title())));
        assassin.strike(KILLS, took);
        waitFor(killed);
    }

    private static Map<String, CompletableFuture<EndState>> told(
            List<Scenario> scenarios, Function<Scenario, EndState> how) {
        return scenarios.stream()
                .collect(Collectors.toMap(
                        Scenario::title, it -> CompletableFuture.supplyAsync(() -> how.apply(it), SOME_AT_ONCE)));
    }

    /** The tests check how each of them ended. */
    private static void waitFor(Map<String, CompletableFuture<EndState>> stories) {
        CompletableFuture.allOf(stories.values().toArray(CompletableFuture[]::new))
                .exceptionally(_ -> null)
                .join();
    }

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    static List<Scenario> declared() {
        return Scenarios.all().stream().filter(it -> !it.byHand()).toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsAsTold(Scenario scenario) throws Exception {
        ending(inPeace, scenario);
    }

    @ParameterizedTest
    @MethodSource("declared")
    void endsTheSameWhileItIsAppliedEverySecond(Scenario scenario) throws Exception {
        ending(healed, scenario).isLikeWithFewerWrites(ending(inPeace, scenario));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsTheSameWhenTheOperatorIsKilled(Scenario scenario) throws Exception {
        ending(killed, scenario).isLike(ending(inPeace, scenario));
    }

    private static EndState ending(Map<String, CompletableFuture<EndState>> stories, Scenario scenario)
            throws Exception {
        try {
            return stories.get(scenario.title()).get();
        } catch (ExecutionException failed) {
            throw new AssertionError(scenario + ": " + failed.getCause().getMessage(), failed.getCause());
        }
    }

    /** S15: the operator is killed between the release and its withdrawal, and is not running when the user reverts. */
    @Test
    void aRevertToTheBaselineNeedsNoOperator(Namespace shop) {
        var good = Release.good("v1");
        var sick = Release.sick("v2");
        shop.healthPolicy();
        var cart = shop.deploy("cart", good).waitUntilVerified();

        cart.release(sick);
        Assassin.of(shop.operator()).strikeOnce(Duration.ofSeconds(5));
        cart.release(good)
                .waitUntil(
                        "to be back",
                        it -> it.readyPodsOf(good) == 3 && it.podsOf(sick).isEmpty());

        assertThat(cart).hasNoGatesOn(good).isLeftAlone();
        shop.operator().start();
        cart.waitUntilVerified();
        assertThat(EndState.settled(cart).said().phase()).isEqualTo(Phase.Idle);
        assertThat(cart).serves(good, 3).hasNoGatesOn(good).isLeftAlone();
    }
}
