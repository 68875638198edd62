package dev.readygate.signals;

import java.time.Duration;

/**
 * Spreads first samples that are in no hurry. A lone one starts at once; thousands at a time, after a restart, start
 * one after another, and as each keeps its pace from there they stay apart for good.
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
