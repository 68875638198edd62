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
 * I7: when nobody changes anything any more, nothing is written, unless a time that was told of is over. Where numbers of
 * Prometheus are asked for, nobody can tell from outside when they last changed.
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

    /** Ends of soaks, of waiting, and of steps. */
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
