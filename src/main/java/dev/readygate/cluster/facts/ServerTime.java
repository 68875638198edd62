package dev.readygate.cluster.facts;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the API server's clock is from ours, learnt from the times it writes into its answers. What expires, expires by
 * its clock, as that is the one that admission judges by.
 */
public final class ServerTime {
    /** Nearer than this no two clocks are, and the API server's times have no fractions. */
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private volatile Duration ahead = Duration.ZERO;

    /**
     * @param written by the API server into the answer, cut to the second
     * @param sent when we asked, by our clock
     * @param received when we had the answer, by our clock
     */
    public void learn(Instant written, Instant sent, Instant received) {
        var least = Duration.between(received, written);
        var most = Duration.between(sent, written.plusSeconds(1));
        var certain = least.isPositive() ? least : most.isNegative() ? most : Duration.ZERO;
        ahead = certain.abs().compareTo(CLOSE) > 0 ? certain : Duration.ZERO;
    }

    /** The moment on our clock at which it is that time on the API server's. */
    Instant ours(Instant theirs) {
        return theirs.minus(ahead);
    }
}
