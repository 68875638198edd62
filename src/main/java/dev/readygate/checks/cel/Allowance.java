package dev.readygate.checks.cel;

import java.util.function.Supplier;

/**
 * What all expressions of one look at a Deployment may cost together. Those that come after it is spent have no answer: a
 * policy with hundreds of expensive ones is slow for a moment, and holds up nobody for minutes.
 */
public final class Allowance {
    static final long STEPS = 2L * Meter.MOST_STEPS;
    private static final ScopedValue<Allowance> CURRENT = ScopedValue.newInstance();

    private long left = STEPS;

    private Allowance() {}

    /** For what is asked on this thread meanwhile. */
    public static <T> T of(Supplier<T> look) {
        return ScopedValue.where(CURRENT, new Allowance()).call(look::get);
    }

    /** Whether that much is left, where there is a limit at all. */
    static boolean spend(long steps) {
        if (!CURRENT.isBound()) {
            return true;
        }
        var current = CURRENT.get();
        current.left -= steps;
        return current.left >= 0;
    }
}
