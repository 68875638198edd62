package dev.readygate.signals.fetch;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The time for all parts of a request together. It waits in slices, and a slice never counts for more than its
 * planned length: while the operator itself is stopped or starved, the other side is not late.
 */
final class TimeBudget {
    private static final int SLICES = 4;

    private final Duration whole;
    private long left;

    TimeBudget(Duration whole) {
        this.whole = whole;
        this.left = whole.toNanos();
    }

    Duration whole() {
        return whole;
    }

    Duration left() {
        return Duration.ofNanos(left);
    }

    <T> T await(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        long slice = Math.max(1, whole.toNanos() / SLICES);
        while (left > 0) {
            long begun = System.nanoTime();
            long planned = Math.min(slice, left);
            try {
                return future.get(planned, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                // Only the slice is over; the loop checks the whole time.
            } finally {
                left -= Math.min(planned, System.nanoTime() - begun);
            }
        }
        throw new TimeoutException();
    }
}
