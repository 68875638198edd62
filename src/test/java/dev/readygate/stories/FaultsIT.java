package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Detour;
import dev.readygate.testing.Fault;
import dev.readygate.testing.Fault.ErrorAnswer;
import dev.readygate.testing.Fault.Hang;
import dev.readygate.testing.Fault.PassedOn;
import dev.readygate.testing.Fault.Reset;
import dev.readygate.testing.FaultCells;
import dev.readygate.testing.Release;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A bad release and the one after it, while the operator's first writes of each kind meet a fault on the way to the
 * API server, one fault in each namespace, all at the same time. Each story ends as without faults, and closing the
 * namespace checks that no invariant was violated on the way.
 */
@ExtendWith(ClusterExtension.class)
class FaultsIT {
    private static final int TIMES = 2;
    private static final int WIDTH = 7;
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");
    private static final Release V3 = Release.good("v3");

    private static final Map<FaultCell, CompletableFuture<Void>> STORIES = new LinkedHashMap<>();
    private static Detour detour;

    enum FaultCell {
        Unauthorized(new ErrorAnswer(401, "Unauthorized")),
        Forbidden(new ErrorAnswer(403, "Forbidden")),
        Conflict(new ErrorAnswer(409, "Conflict")),
        Gone(new ErrorAnswer(410, "Expired")),
        Invalid(new ErrorAnswer(422, "Invalid")),
        TooMany(new ErrorAnswer(429, "TooManyRequests", Map.of("Retry-After", "1"))),
        Broken(new ErrorAnswer(500, "InternalError")),
        Unavailable(new ErrorAnswer(503, "ServiceUnavailable")),
        Late(new ErrorAnswer(504, "Timeout")),
        Closed(new Reset()),
        Silent(new Hang()),
        HalfAnAnswer(PassedOn.Half),
        DoneAndNotSaid(PassedOn.Lost);

        private final Fault fault;

        FaultCell(Fault fault) {
            this.fault = fault;
        }
    }

    @BeforeAll
    static void tellAll(Cluster cluster) {
        detour = cluster.detour(TIMES);
        var atOnce = Executors.newVirtualThreadPerTaskExecutor();
        for (var cell : FaultCell.values()) {
            STORIES.put(cell, CompletableFuture.runAsync(() -> tell(cluster, cell), atOnce));
        }
    }

    @AfterAll
    static void end() {
        detour.close();
    }

    private static void tell(Cluster cluster, FaultCell cell) {
        try (var shop = cluster.namespace(Map.of())) {
            detour.way().lay(shop, cell.fault);
            shop.healthPolicy();
            var cart = shop.deploy("cart", V1).waitUntilVerified();
            shop.healthPolicy().waitUntilEnforced();

            cart.release(SICK).waitUntilWithdrawn();
            assertThat(cart).serves(V1, 3).hasNoRevisionOf(SICK).isPausedByReadygate();
            cart.release(V3).waitUntilVerified();

            assertThat(cart).serves(V3, 3).isLeftAlone().toldOnce("Withdrawn");
            assertThat(detour.way().cellsIn(shop))
                    .as("kinds of writes that met it")
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsAsIfThereHadBeenNone(FaultCell cell) {
        STORIES.get(cell).join();
    }

    @ParameterizedTest
    @MethodSource("dev.readygate.stories.Scenarios#all")
    @Tag(FaultCells.ALL)
    void everyStoryEndsAsInPeace(Scenario scenario, Cluster cluster) {
        var peace = CompletableFuture.completedFuture(scenario.play(cluster));
        try (var some = Executors.newFixedThreadPool(WIDTH, Thread.ofVirtual().factory())) {
            var cells = Stream.of(FaultCell.values())
                    .map(cell -> CompletableFuture.runAsync(
                            () -> scenario.play(
                                    cluster, peace, it -> detour.way().lay(it, cell.fault)),
                            some))
                    .toList();
            assertThat(cells)
                    .as("faults in " + scenario)
                    .allSatisfy(it -> assertThatCode(it::join).doesNotThrowAnyException());
        }
    }
}
