package dev.readygate;

import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Ends the process when it was stopped, or starved of CPU, for as long as a lease lasts: another leads by then, and what
 * this one was about to write is of a time that is over. A new one begins as a standby.
 */
final class StallWatch {
    private static final Logger LOG = Logger.getLogger(StallWatch.class);
    private static final Duration TICK = Duration.ofMillis(250);

    private final Duration lease;
    private Optional<Thread> watch = Optional.empty();

    StallWatch(Duration lease) {
        this.lease = lease;
    }

    /** For as long as it leads. */
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

    /** How long that took is what is measured; not, if it leads no more. */
    private static boolean slept() {
        try {
            Thread.sleep(TICK);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
