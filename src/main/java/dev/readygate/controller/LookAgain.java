package dev.readygate.controller;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.util.Optional;

/** When the SDK reconciles again, if no event comes before. The operator writes all objects itself. */
final class LookAgain {
    /** The SDK accepts no zero delay. */
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private LookAgain() {}

    static <T extends HasMetadata> UpdateControl<T> in(Duration time) {
        return UpdateControl.<T>noUpdate().rescheduleAfter(time.isPositive() ? time : AT_ONCE);
    }

    static <T extends HasMetadata> UpdateControl<T> in(Optional<Duration> time) {
        return time.<UpdateControl<T>>map(LookAgain::in).orElseGet(UpdateControl::noUpdate);
    }
}
