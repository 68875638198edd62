package dev.readygate.controller;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs of one task for each key, one after the other on one thread. Many requests at once lead to one run. */
final class KeyedSchedule implements AutoCloseable {
    private final Consumer<String> task;
    private final Map<String, ScheduledFuture<?>> due = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread;

    KeyedSchedule(String name, Consumer<String> task) {
        this.task = task;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Keeps the earlier of the scheduled run and this one. */
    void run(String key, Duration in) {
        due.compute(key, (_, before) -> {
            if (before != null && !before.isDone() && before.getDelay(TimeUnit.MILLISECONDS) <= in.toMillis()) {
                return before;
            }
            if (before != null) {
                before.cancel(false);
            }
            return thread.schedule(() -> begin(key), in.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    /** A request from here on leads to another run: this one may have read the objects already. */
    private void begin(String key) {
        due.remove(key);
        task.accept(key);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
