package dev.readygate.stories;

import dev.readygate.testing.Operator;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Kills the operator at random moments. {@code -Dreadygate.seed} repeats the same ones. */
record Assassin(Operator operator, Random dice) {

    static Assassin of(Operator operator) {
        long seed = Long.getLong("readygate.seed", System.nanoTime());
        System.out.println("the operator is killed at moments chosen by -Dreadygate.seed=" + seed);
        return new Assassin(operator, new Random(seed));
    }

    /** Kills it that many times during this time; each time it is started again at once. */
    void strike(int times, Duration whileThisGoesOn) {
        long began = System.nanoTime();
        dice.longs(times, 0, whileThisGoesOn.toNanos()).sorted().forEach(it -> {
            waitUntil(began + it);
            operator.kill();
            operator.start();
        });
    }

    /** Kills it within this time, and leaves it dead. */
    void strikeOnce(Duration within) {
        waitUntil(System.nanoTime() + dice.nextLong(within.toNanos()));
        operator.kill();
    }

    private static void waitUntil(long moment) {
        while (System.nanoTime() < moment) {
            LockSupport.parkNanos(moment - System.nanoTime());
        }
    }
}
