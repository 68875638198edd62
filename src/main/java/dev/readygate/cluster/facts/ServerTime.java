package dev.readygate.cluster.facts;

import java.time.Duration;
import java.time.Instant;

/**
 * The difference between the API server's clock and the operator's, taken from times in the API server's answers.
 * Evidence and waivers expire by the API server's clock, because admission uses it.
 */
public final class ServerTime {
    /** A smaller difference counts as none: clocks are never closer, and the API server's times are whole seconds. */
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private volatile Duration ahead = Duration.ZERO;

    /**
     * @param written the time in the API server's answer, cut to the second
     * @param sent the time of the request, by the operator's clock
     * @param received the time of the answer, by the operator's clock
     */
    public void learn(Instant written, Instant sent, Instant received) {
        var least = Duration.between(received, written);
        var most = Duration.between(sent, written.plusSeconds(1));
        var certain = least.isPositive() ? least : most.isNegative() ? most : Duration.ZERO;
        ahead = certain.abs().compareTo(CLOSE) > 0 ? certain : Duration.ZERO;
    }

    /** Converts a time of the API server's clock to the operator's. */
    Instant ours(Instant theirs) {
        return theirs.minus(ahead);
    }
}
