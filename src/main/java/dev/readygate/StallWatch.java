package dev.readygate;

import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Ends the process after it was stopped, or starved of CPU, for as long as a lease lasts: another replica leads by
 * then, and pending writes are based on old facts. The restarted process begins as a standby.
 */
final class StallWatch {
    private static final Logger LOG = Logger.getLogger(StallWatch.class);
    private static final Duration TICK = Duration.ofMillis(250);

    private final Duration lease;
    private Optional<Thread> watch = Optional.empty();

    StallWatch(Duration lease) {
        this.lease = lease;
    }

    /** Watches as long as this replica leads. */
    synchronized void begin() {
        end();
        watch = Optional.of(Thread.ofPlatform().daemon().name("stall-watch").start(this::watch));
    }

    synchronized void end() {
        watch.ifPresent(Thread::interrupt);
        watch = Optional.empty();
    }

    private void watch() {
        long last = System.nanoTime();
        while (slept()) {
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

    /**
     * The caller measures how long this takes.
     *
     * @return false if the replica no longer leads
     */
    private static boolean slept() {
        try {
            Thread.sleep(TICK);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
