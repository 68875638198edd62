package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Detour;
import dev.readygate.testing.FaultCells;
import dev.readygate.testing.FaultyWay.Moment;
import dev.readygate.testing.FaultyWay.Trap;
import dev.readygate.testing.Namespace;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fault happens at each of the operator's writes: it is killed so that the write is not carried out, or so that
 * it is carried out and its answer is lost, or another client writes just before. Each story ends as without
 * faults. Runs a sample of the writes of one story, or all writes of all stories.
 */
@ExtendWith(ClusterExtension.class)
class AtEachWriteIT {
    private static final int WIDTH = 4;
    private static final Executor SOME_AT_ONCE =
            Executors.newFixedThreadPool(WIDTH, Thread.ofVirtual().factory());

    private static Cluster cluster;
    private static Detour detour;

    @BeforeAll
    static void begin(Cluster given) {
        cluster = given;
        detour = cluster.detour(0);
    }

    @AfterAll
    static void end() {
        detour.close();
    }

    static List<Scenario> scenarios() {
        return FaultCells.all() ? Scenarios.all() : Scenarios.numbered("S3");
    }

    /** One write, and the fault at it. */
    private record WriteCell(int write, Moment moment) {
        /** Every fourth write, with the kinds of moments in turn. */
        boolean isInTheSample() {
            return write % 4 == 0 && moment.ordinal() == write / 4 % Moment.values().length;
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsTheSame(Scenario scenario) {
        var writes = new AtomicInteger();
        var peace = CompletableFuture.completedFuture(scenario.play(cluster, detour.way(), writes));
        var reached = new AtomicInteger();
        var cells = IntStream.rangeClosed(1, writes.get())
                .boxed()
                .flatMap(write -> Stream.of(Moment.values()).map(moment -> new WriteCell(write, moment)))
                .filter(it -> FaultCells.all() || it.isInTheSample())
                .map(cell -> CompletableFuture.runAsync(() -> play(scenario, cell, peace, reached), SOME_AT_ONCE))
                .toList();
        assertThat(cells)
                .as("cells of " + scenario)
                .isNotEmpty()
                .allSatisfy(it -> assertThatCode(it::join).doesNotThrowAnyException());
        System.out.printf("%s: met at %d of %d cells%n", scenario, reached.get(), cells.size());
        assertThat(reached.get()).as("cells that were reached").isGreaterThanOrEqualTo(cells.size() * 3 / 4);
    }

    private static void play(Scenario scenario, WriteCell cell, Future<EndState> peace, AtomicInteger reached) {
        scenario.play(
                cluster,
                peace,
                shop -> detour.way().set(shop, new Trap(cell.write(), cell.moment(), () -> {
                    reached.incrementAndGet();
                    switch (cell.moment()) {
                        case Instead, After -> detour.operator().killAndStart();
                        case Before -> anotherClientWrites(shop);
                    }
                })));
    }

    /** Writes to every object that the operator may be about to write: each has another resourceVersion then. */
    private static void anotherClientWrites(Namespace shop) {
        shop.touchAll();
    }
}
