package dev.readygate.bench;

import java.util.Arrays;

/** The durations of a series of requests. */
final class Timings {
    private static final double NANOS_PER_MS = 1e6;

    private final long[] nanos;
    private int count;

    Timings(int most) {
        this.nanos = new long[most];
    }

    void time(Runnable request) {
        long began = System.nanoTime();
        request.run();
        nanos[count++] = System.nanoTime() - began;
    }

    double p50() {
        return percentile(0.50);
    }

    double p99() {
        return percentile(0.99);
    }

    private double percentile(double share) {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * count) - 1] / NANOS_PER_MS;
    }
}
