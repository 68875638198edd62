package dev.readygate.signals.fetch;

import java.time.Duration;

/** One time limit for all parts of a request together. */
record Deadline(Duration whole, long at) {
    static Deadline in(Duration whole) {
        return new Deadline(whole, System.nanoTime() + whole.toNanos());
    }

    long nanosLeft() {
        return Math.max(0, at - System.nanoTime());
    }
}
