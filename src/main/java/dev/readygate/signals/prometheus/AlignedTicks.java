package dev.readygate.signals.prometheus;

import java.time.Duration;

/** The times at which all who ask the same, ask. */
public final class AlignedTicks {
    private static final long ORIGIN = System.nanoTime();

    private AlignedTicks() {}

    /** The next one, as System.nanoTime tells it. */
    public static long next(Duration every) {
        return ORIGIN + (number(every) + 1) * every.toNanos();
    }

    /** Which one was the last. */
    static long number(Duration every) {
        return (System.nanoTime() - ORIGIN) / every.toNanos();
    }
}
