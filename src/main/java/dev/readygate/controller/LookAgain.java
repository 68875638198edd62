package dev.readygate.controller;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.util.Optional;

/** When the SDK calls again, if nothing happens before. We write ourselves what there is to write. */
final class LookAgain {
    /** What is due already is due in a moment: the SDK takes no zero. */
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private LookAgain() {}

    static <T extends HasMetadata> UpdateControl<T> in(Duration time) {
        return UpdateControl.<T>noUpdate().rescheduleAfter(time.isPositive() ? time : AT_ONCE);
    }

    static <T extends HasMetadata> UpdateControl<T> in(Optional<Duration> time) {
        return time.<UpdateControl<T>>map(LookAgain::in).orElseGet(UpdateControl::noUpdate);
    }
}
