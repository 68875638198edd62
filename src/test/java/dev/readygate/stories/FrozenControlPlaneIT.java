package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Detour;
import dev.readygate.testing.FaultCells;
import dev.readygate.testing.FaultyWay.Moment;
import dev.readygate.testing.FaultyWay.Trap;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program of the control plane is frozen while the operator is about to write. Each story ends as without faults. */
@ExtendWith(ClusterExtension.class)
class FrozenControlPlaneIT {
    /** By then the operator has seen the new revision, and decided nothing about it. */
    private static final int WRITE = 6;

    private static Cluster cluster;
    private static Detour detour;

    enum FreezeCell {
        EtcdForAMoment("etcd", 200),
        Etcd("etcd", 8_000),
        ApiServer("kube-apiserver", 8_000),
        ControllerManager("kube-controller-manager", 20_000);

        private final String program;
        private final Duration time;

        FreezeCell(String program, long millis) {
            this.program = program;
            this.time = Duration.ofMillis(millis);
        }

        /** The cells short enough for every run. */
        boolean isInTheSample() {
            return program.equals("etcd");
        }
    }

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
        return FaultCells.all() ? Scenarios.numbered("S1", "S3", "S4", "S6") : Scenarios.numbered("S3");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsTheSame(Scenario scenario) {
        var peace = CompletableFuture.completedFuture(scenario.play(cluster));
        try (var atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            var cells = Stream.of(FreezeCell.values())
                    .filter(it -> FaultCells.all() || it.isInTheSample())
                    .map(it -> CompletableFuture.runAsync(() -> play(scenario, it, peace), atOnce))
                    .toList();
            assertThat(cells).as("cells of " + scenario).isNotEmpty().allSatisfy(CompletableFuture::join);
        }
    }

    private static void play(Scenario scenario, FreezeCell cell, CompletableFuture<EndState> peace) {
        var met = new AtomicInteger();
        scenario.play(
                cluster,
                peace,
                shop -> detour.way().set(shop, new Trap(WRITE, Moment.Before, () -> {
                    met.incrementAndGet();
                    cluster.freeze(cell.program, cell.time);
                })));
        assertThat(met).as("times it stood still").hasValue(1);
    }
}
