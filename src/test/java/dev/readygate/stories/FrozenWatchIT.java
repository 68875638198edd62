package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;

import dev.readygate.testing.App;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Detour;
import dev.readygate.testing.FaultCells;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The operator gets no more events of one kind, and does not know, because its connection is open. Its decisions
 * from old facts do no harm, and when events come again all ends as it would have.
 */
@ExtendWith(ClusterExtension.class)
class FrozenWatchIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");
    private static final Release V3 = Release.good("v3");
    private static final int VISIT = 10;

    /** A cause stands before its effects. */
    private static final List<String> KINDS =
            List.of("readinesspolicies", "deployments", "replicasets", "pods", "gatebooks", "readinessreports");

    private final Cluster cluster;
    private Detour detour;

    FrozenWatchIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void begin() {
        detour = cluster.detour(0);
    }

    @AfterEach
    void end() {
        detour.close();
    }

    static Stream<Arguments> kindsAndTimes() {
        var times = FaultCells.all() ? List.of(5, 60) : List.of(5);
        return kindsOfTheSample().stream().flatMap(kind -> times.stream().map(it -> Arguments.of(kind, it)));
    }

    /** The fault is its duration, so the test waits only for its end. */
    @ParameterizedTest
    @MethodSource("kindsAndTimes")
    void forSomeSeconds(String resource, int seconds) {
        release(cart -> {
            detour.way().freeze(resource);
            var thawed = CompletableFuture.runAsync(
                    () -> detour.way().thaw(resource), CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS));
            cart.release(SICK);
            thawed.join();
        });
    }

    /** The watch stays frozen: the operator itself must detect it. */
    @ParameterizedTest
    @ValueSource(strings = {"deployments", "pods"})
    @Tag(FaultCells.ALL)
    void forGood(String resource) {
        release(cart -> {
            detour.way().freeze(resource);
            cart.release(SICK);
        });
    }

    /** The watch begins again: what happened meanwhile arrives as one change, and what was known arrives twice. */
    @ParameterizedTest
    @MethodSource("kindsOfTheSample")
    void losingEvents(String resource) {
        release(cart -> {
            detour.way().freeze(resource);
            cart.release(SICK).waitUntil("a pod of it", it -> !it.podsOf(SICK).isEmpty());
            detour.way().lose(resource);
        });
    }

    static List<String> kindsOfTheSample() {
        return FaultCells.all() ? KINDS : List.of("pods");
    }

    /** All kinds at once, thawed one by one: pods are heard of before what made them. */
    @Test
    void outOfOrder() {
        release(cart -> {
            KINDS.forEach(detour.way()::freeze);
            cart.release(SICK).waitUntil("a pod of it", it -> !it.podsOf(SICK).isEmpty());
            KINDS.reversed().forEach(detour.way()::thaw);
        });
    }

    private void release(Consumer<App> meanwhile) {
        try (var shop = cluster.namespace(Map.of());
                var visits = Executors.newSingleThreadScheduledExecutor()) {
            var cart = shop.governed("cart", V1);
            // Regular changes by another client, without which late writes of the operator would count as writes at
            // rest.
            visits.scheduleWithFixedDelay(() -> visit(shop), VISIT, VISIT, TimeUnit.SECONDS);
            meanwhile.accept(cart);
            cart.waitUntilWithdrawn();
            assertThat(cart).serves(V1, 3).hasNoRevisionOf(SICK).isPausedByReadygate();
            cart.release(V3).waitUntilVerified();
            visits.shutdownNow();
            assertThat(cart).serves(V3, 3).isLeftAlone().toldOnce("Withdrawn");
        }
    }

    private static void visit(Namespace shop) {
        try {
            shop.touchAll();
        } catch (KubernetesClientException gone) {
            // The pod ended between the list and the patch; the next visit patches again.
        }
    }
}
