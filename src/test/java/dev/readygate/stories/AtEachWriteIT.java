package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.FaultCells;
import dev.readygate.testing.FaultyWay;
import dev.readygate.testing.FaultyWay.Trap;
import dev.readygate.testing.Operator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The operator is killed at each of its writes: once so that the write is never carried out, once so that it is and
 * nobody hears of it. Each story ends as in peace. A sample of the writes of one story, or all of all stories.
 */
@ExtendWith(ClusterExtension.class)
class KilledAtWritesIT {
    private static final int WIDTH = 4;
    private static final Executor SOME_AT_ONCE =
            Executors.newFixedThreadPool(WIDTH, Thread.ofVirtual().factory());

    private static Cluster cluster;
    private static FaultyWay way;
    private static Operator operator;

    @BeforeAll
    static void begin(Cluster given) {
        cluster = given;
        way = cluster.faultyWay(0);
        operator = cluster.operatorOn(way);
    }

    @AfterAll
    static void end() {
        operator.close();
        way.close();
    }

    static List<Scenario> scenarios() {
        return FaultCells.all()
                ? Scenarios.all()
                : Scenarios.all().stream()
                        .filter(it -> it.title().startsWith("S3 "))
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsTheSame(Scenario scenario) {
        var writes = new AtomicInteger();
        var peace = CompletableFuture.supplyAsync(() -> scenario.play(cluster, way, writes), SOME_AT_ONCE);
        peace.join();
        var reached = new AtomicInteger();
        var cells = IntStream.rangeClosed(1, writes.get())
                .boxed()
                .flatMap(write -> Stream.of(true, false)
                        .filter(before -> FaultCells.all() || isInTheSample(write, before))
                        .map(before -> new Trap(write, before, () -> killAndStart(reached))))
                .map(trap -> CompletableFuture.runAsync(() -> scenario.play(cluster, way, trap, peace), SOME_AT_ONCE))
                .toList();
        assertThat(cells).as("cells of " + scenario).isNotEmpty().allSatisfy(CompletableFuture::join);
        System.out.printf("%s: killed at %d of %d cells%n", scenario, reached.get(), cells.size());
        assertThat(reached.get()).as("cells that were reached").isGreaterThanOrEqualTo(cells.size() * 3 / 4);
    }

    /** Every fourth write, and of these in turns before and after. */
    private static boolean isInTheSample(int write, boolean before) {
        return write % 4 == 0 && before == (write % 8 == 0);
    }

    private static void killAndStart(AtomicInteger reached) {
        reached.incrementAndGet();
        operator.kill();
        operator.start();
    }
}
