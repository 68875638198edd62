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
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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

    @ParameterizedTest
    @ValueSource(strings = {"deployments", "pods"})
    void forSomeSeconds(String resource) {
        frozen(resource, Duration.ofSeconds(5));
    }

    static Stream<Arguments> kindsAndTimes() {
        return Stream.of("deployments", "replicasets", "pods", "gatebooks", "readinessreports", "readinesspolicies")
                .flatMap(kind -> Stream.of(Arguments.of(kind, 5), Arguments.of(kind, 60)));
    }

    @ParameterizedTest
    @MethodSource("kindsAndTimes")
    @Tag(FaultCells.ALL)
    void ofAnyKind(String resource, int seconds) {
        frozen(resource, Duration.ofSeconds(seconds));
    }

    /** The fault is its duration, so the test waits only for its end. */
    private void frozen(String resource, Duration time) {
        release(cart -> {
            detour.way().freeze(resource);
            var thawed = CompletableFuture.runAsync(
                    () -> detour.way().thaw(resource),
                    CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
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
