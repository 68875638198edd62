package dev.readygate.controller;

import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.javaoperatorsdk.operator.processing.retry.Retry;
import java.time.Duration;

/** After a failure: soon, then less and less often, and never giving up. The SDK's own default ends after five. */
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
