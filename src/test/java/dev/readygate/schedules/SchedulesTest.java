package dev.readygate.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random schedules, each given by a seed: in all of them forbidden actions never happen, and the final state is
 * right. A failing seed prints its events; a bug that it finds gets a test of its own. The properties
 * readygate.seed and readygate.schedules select others.
 */
class SchedulesTest {
    private static final long SAMPLE = 2_000;
    private static final int SHOWN = 20;

    @Test
    void inEveryScheduleNothingForbiddenIsDone() {
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
