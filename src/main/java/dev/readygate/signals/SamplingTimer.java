package dev.readygate.signals;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one timer behind all samplings: a heap and a thread that sleeps until the next is due. */
final class SamplingTimer implements AutoCloseable {
    private final ScheduledThreadPoolExecutor clockwork = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("sampling-timer").daemon().factory());

    SamplingTimer() {
        clockwork.setRemoveOnCancelPolicy(true);
        clockwork.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    Future<?> at(long nanoTime, Runnable what) {
        return clockwork.schedule(what, nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
