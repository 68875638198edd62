package dev.readygate;

import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Ends the process when it was stopped, or starved of CPU, for as long as a lease lasts: another leads by then, and what
 * this one was about to write is of a time that is over. A new one begins as a standby.
 */
final class StallWatch {
    private static final Logger LOG = Logger.getLogger(StallWatch.class);
    private static final Duration TICK = Duration.ofMillis(250);

    private final Duration lease;
    private volatile boolean leading;

    StallWatch(Duration lease) {
        this.lease = lease;
    }

    void begin() {
        leading = true;
        Thread.ofPlatform().daemon().name("stall-watch").start(this::watch);
    }

    void end() {
        leading = false;
    }

    private void watch() {
        long last = System.nanoTime();
        while (leading && slept()) {
            long now = System.nanoTime();
            if (now - last > lease.toNanos()) {
                LOG.fatalf(
                        "stood still for %d s while it led, longer than its lease: ends, as another may lead by now",
                        Duration.ofNanos(now - last).toSeconds());
                Runtime.getRuntime().halt(1);
            }
            last = now;
        }
    }

    private static boolean slept() {
        try {
            Thread.sleep(TICK);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
