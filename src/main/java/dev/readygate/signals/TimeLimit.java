package dev.readygate.signals;

import java.time.Duration;
import java.util.concurrent.Future;

/**
 * Interrupts the thread that created it when its time is up. It counts time in steps, each from the moment when it
 * noticed the end of the one before: while the operator itself is stopped or starved, the target is not late.
 */
final class TimeLimit {
    private static final int STEPS = 4;

    private final Thread thread = Thread.currentThread();
    private final SamplingTimer timer;
    private final long step;
    private int stepsLeft = STEPS;
    private boolean over;
    private Future<?> next;

    private TimeLimit(SamplingTimer timer, Duration limit) {
        this.timer = timer;
        this.step = limit.toNanos() / STEPS;
    }

    static TimeLimit start(SamplingTimer timer, Duration limit) {
        var started = new TimeLimit(timer, limit);
        started.scheduleStep();
        return started;
    }

    private synchronized void scheduleStep() {
        next = timer.at(System.nanoTime() + step, this::stepIsOver);
    }

    private synchronized void stepIsOver() {
        if (over) {
            return;
        }
        stepsLeft--;
        if (stepsLeft > 0) {
            scheduleStep();
        } else {
            thread.interrupt();
        }
    }

    /** Ends it before its time. */
    synchronized void abort() {
        if (!over) {
            thread.interrupt();
        }
    }

    /**
     * Must be called on its own thread: afterwards it never interrupts, and a pending interrupt is cleared.
     *
     * @return whether the time was up
     */
    synchronized boolean end() {
        over = true;
        next.cancel(false);
        Thread.interrupted();
        return stepsLeft == 0;
    }
}
