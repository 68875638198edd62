package dev.readygate.controller;

import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.javaoperatorsdk.operator.processing.retry.Retry;
import java.time.Duration;

/**
 * Retries soon after a failure, then less and less often, without end. The SDK's own default ends after five
 * retries.
 */
final class Retries {
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(30);

    private Retries() {}

    static Retry patient() {
        return new GenericRetry()
                .setInitialInterval(SOON)
                .setIntervalMultiplier(2)
                .setMaxInterval(AT_LEAST_EVERY.toMillis())
                .withoutMaxAttempts();
    }
}
