package dev.readygate.checks.cel;

import java.util.function.Supplier;

/**
 * The cost that all expressions of one look at a Deployment may have together. Once it is spent, the rest have no answer: a
 * policy with hundreds of expensive ones is slow for a moment, and delays no other for minutes.
 */
public final class Allowance {
    static final long STEPS = 2L * Meter.MOST_STEPS;
    private static final ScopedValue<Allowance> CURRENT = ScopedValue.newInstance();

    private long left = STEPS;

    private Allowance() {}

    /** For expressions evaluated on this thread. */
    public static <T> T of(Supplier<T> look) {
        return ScopedValue.where(CURRENT, new Allowance()).call(look::get);
    }

    /** Whether that much is left; true without a limit. */
    static boolean spend(long steps) {
        if (!CURRENT.isBound()) {
            return true;
        }
        var current = CURRENT.get();
        current.left -= steps;
        return current.left >= 0;
    }
}
