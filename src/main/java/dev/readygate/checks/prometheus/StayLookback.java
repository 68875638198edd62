package dev.readygate.checks.prometheus;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.checks.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far back a query at gate Stay may look: only to the moment since which the revision takes all traffic, or the old
 * revision's errors would count against it. It widens by steps, so that the query stays the same for a while and can be
 * shared.
 */
record StayLookback(Optional<Instant> alone, Instant at) {
    private static final List<ReadinessDuration> STEPS = Stream.of(
                    "15s", "30s", "1m", "2m", "5m", "10m", "30m", "1h", "6h")
            .map(ReadinessDuration::new)
            .toList();

    static StayLookback of(CheckSpec spec, Subject subject) {
        var limited = subject.alone().filter(it -> spec.gate() == Gate.Stay);
        return new StayLookback(limited, subject.world().at());
    }

    boolean isLimited() {
        return alone.isPresent();
    }

    /** Before that there is too little data. */
    Optional<Instant> firstLook() {
        return alone.map(it -> it.plus(length(STEPS.getFirst())));
    }

    /** The part after that moment. */
    ReadinessDuration within(ReadinessDuration window) {
        return alone.map(it -> narrowed(window, Duration.between(it, at))).orElse(window);
    }

    private static ReadinessDuration narrowed(ReadinessDuration window, Duration seen) {
        return STEPS.stream()
                .filter(it -> length(it).compareTo(seen) <= 0 || it == STEPS.getFirst())
                .reduce((shorter, longer) -> longer)
                .filter(it -> length(it).compareTo(length(window)) < 0 && seen.compareTo(length(window)) < 0)
                .orElse(window);
    }

    Optional<Instant> widensAt(ReadinessDuration window) {
        return alone.flatMap(since -> Stream.concat(STEPS.stream(), Stream.of(window))
                .map(StayLookback::length)
                .filter(it -> it.compareTo(length(window)) <= 0)
                .map(since::plus)
                .filter(it -> it.isAfter(at))
                .min(Comparator.naturalOrder()));
    }

    private static Duration length(ReadinessDuration duration) {
        return duration.toDuration();
    }
}
