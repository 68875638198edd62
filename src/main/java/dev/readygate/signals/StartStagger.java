package dev.readygate.signals;

import java.time.Duration;

/**
 * Spreads first samples that are not urgent. A single one starts at once; thousands at a time, after a restart,
 * start one after another, and stay apart because each keeps its pace.
 */
final class StartStagger {
    private final long gap;
    private long nextFree = Long.MIN_VALUE;

    StartStagger(Duration gap) {
        this.gap = gap.toNanos();
    }

    /** The moment, not before now, at which to start. */
    synchronized long reserve(long now) {
        long slot = nextFree == Long.MIN_VALUE || nextFree - now < 0 ? now : nextFree;
        nextFree = slot + gap;
        return slot;
    }
}
