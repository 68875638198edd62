package dev.readygate.controller;

import dev.readygate.cluster.write.OldStatements;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Periodically deletes old evidence and waivers, a few of each namespace in turn. */
public final class Tidying implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Tidying.class);
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final int AT_ONCE = 1_000;

    private final OldStatements old;
    private final BooleanSupplier allIsKnown;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("tidying").daemon().factory());
    private Optional<ScheduledFuture<?>> running = Optional.empty();

    public Tidying(OldStatements old, BooleanSupplier allIsKnown, InstantSource clock) {
        this.old = old;
        this.allIsKnown = allIsKnown;
        this.clock = clock;
    }

    public synchronized void resume() {
        pause();
        running = Optional.of(
                thread.scheduleWithFixedDelay(this::tidy, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS));
    }

    public synchronized void pause() {
        running.ifPresent(it -> it.cancel(false));
        running = Optional.empty();
    }

    private void tidy() {
        if (!allIsKnown.getAsBoolean()) {
            return;
        }
        var namespaces = old.namespaces();
        int each = AT_ONCE / Math.max(1, namespaces.size()) + 1;
        namespaces.forEach(it -> tidy(it, each));
    }

    private void tidy(String namespace, int atMost) {
        try {
            old.remove(namespace, atMost, clock.instant());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "cannot remove old evidence and waivers of namespace %s, trying again: %s",
                    namespace, e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
