package dev.readygate.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random days, each told by a seed: in all of them what must never be done is not done, and what is left in the end is
 * right. A seed that fails prints what happened; what it found gets a test of its own. Others are played with the
 * properties readygate.seed and readygate.schedules.
 */
class SchedulesTest {
    private static final long SAMPLE = 2_000;
    private static final int SHOWN = 20;

    @Test
    void whateverHappensNothingBadIsDone() {
        long first = Long.getLong("readygate.seed", 0);
        long count = Long.getLong("readygate.schedules", SAMPLE);
        var broken = new ConcurrentSkipListMap<Long, String>();
        LongStream.range(first, first + count).parallel().forEach(seed -> {
            try {
                new Schedule(seed).play();
            } catch (AssertionError violation) {
                broken.put(seed, violation.getMessage());
            }
        });
        System.out.printf("Schedules from seed %d on: %d, broken: %d%n", first, count, broken.size());
        broken.entrySet().stream()
                .limit(SHOWN)
                .forEach(it -> System.out.println(
                        it.getKey() + ": " + it.getValue().lines().findFirst().orElse("")));
        assertThat(broken.values().stream().limit(1)).isEmpty();
    }
}
