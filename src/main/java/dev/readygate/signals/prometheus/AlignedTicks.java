package dev.readygate.signals.prometheus;

import java.time.Duration;

/** The times at which all equal queries are asked. */
public final class AlignedTicks {
    private static final long ORIGIN = System.nanoTime();

    private AlignedTicks() {}

    /** The next tick, in System.nanoTime. */
    public static long next(Duration every) {
        return ORIGIN + (number(every) + 1) * every.toNanos();
    }

    /** The number of the last tick. */
    static long number(Duration every) {
        return (System.nanoTime() - ORIGIN) / every.toNanos();
    }
}
