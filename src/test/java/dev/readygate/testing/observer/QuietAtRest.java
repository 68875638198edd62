package dev.readygate.testing.observer;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.testing.observer.Sighting.SeenPolicy;
import dev.readygate.testing.observer.Sighting.SeenReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * I7: when no client changes an object any more, the operator writes nothing, unless a deadline in a report has
 * passed. For checks with Prometheus, the time of the last change cannot be seen from outside.
 */
record QuietAtRest(Duration rest) implements Invariant {

    @Override
    public Stream<Violation> brokenIn(History history) {
        if (history.all(SeenPolicy.class)
                .flatMap(it -> it.what().spec().checks().stream())
                .anyMatch(QuietAtRest::asksForNumbers)) {
            return Stream.empty();
        }
        return history.byTheOperator()
                .filter(it -> isAtRest(history, it))
                .filter(it -> times(history).noneMatch(time -> isJustOver(time, it.at())))
                .map(it -> new Violation(
                        "I7",
                        it.at(),
                        "the operator did this more than %s after anybody else had changed anything: %s"
                                .formatted(rest, it)));
    }

    private static boolean asksForNumbers(CheckSpec check) {
        return check.metric() != null || check.slo() != null || check.compare() != null;
    }

    private boolean isAtRest(History history, Write write) {
        return history.lastChangeByOthersBefore(write.at())
                .filter(it -> it.plus(rest).isBefore(write.at()))
                .isPresent();
    }

    /** The ends of soaks, waits and steps. */
    private static Stream<Instant> times(History history) {
        return history.all(SeenReport.class)
                .flatMap(it -> it.what().status().gates().stream())
                .map(GateStatus::deadline)
                .filter(Objects::nonNull);
    }

    private boolean isJustOver(Instant time, Instant written) {
        return !written.isBefore(time) && written.isBefore(time.plus(rest));
    }
}
