package dev.readygate.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.FaultCells;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A user fills one namespace with objects that are deep, wide, huge and many; the others keep their pace. */
@ExtendWith(ClusterExtension.class)
class ManyObjectsIT {
    private static final int OBJECTS = 10_000;
    private static final int AT_ONCE = 8;
    private static final int RELEASES = 15;
    private static final long MIB = 1024 * 1024;

    /** The memory limit in the chart. */
    private static final long MEMORY_LIMIT = 384 * MIB;

    @Test
    @Tag(FaultCells.ALL)
    void leaveTheOthersTheirPaceAndTheOperatorItsMemory(Namespace bank, Cluster cluster) {
        var till = bank.governed("till", Release.good("v1"));
        var operator = cluster.operator().pid();
        var undisturbed = ReleasePace.median(till, "before", RELEASES);
        long memory = cluster.operator().memory();
        try (var corner = cluster.namespace(Map.of())) {
            long refused = fill(Mallory.in(corner));
            var first = ReleasePace.median(till, "beside", RELEASES);
            var disturbed = ReleasePace.median(till, "still-beside", RELEASES);
            System.out.printf(
                    "a release beside %d objects (%d refused): %d ms, then %d ms, undisturbed %d ms; memory %d MiB, before %d%n",
                    OBJECTS,
                    refused,
                    first.toMillis(),
                    disturbed.toMillis(),
                    undisturbed.toMillis(),
                    cluster.operator().memory() / MIB,
                    memory / MIB);
            assertThat(disturbed)
                    .isLessThanOrEqualTo(undisturbed.multipliedBy(2).plusSeconds(2));
            assertThat(cluster.operator().memory()).isLessThan(MEMORY_LIMIT);
        }
        assertThat(cluster.operator().pid()).as("the operator's process").isEqualTo(operator);
    }

    private static long fill(Mallory mallory) {
        var shapes = Attack.in("many").toList();
        try (var some = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            return IntStream.range(0, OBJECTS)
                    .mapToObj(it -> shapes.get(it % shapes.size()).numbered(it))
                    .map(it -> CompletableFuture.supplyAsync(() -> mallory.tries(it), some))
                    .toList()
                    .stream()
                    .filter(it -> it.join().isPresent())
                    .count();
        }
    }
}
