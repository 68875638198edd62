package dev.readygate.checks.metrics;

import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.checks.metrics.Reduced.NoNumber;
import dev.readygate.checks.metrics.Reduced.ReducedNumber;
import dev.readygate.checks.metrics.Reduced.Reduction;
import dev.readygate.facts.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How much must have been seen over a window before a value means anything. */
record MinimumCount(double atLeast, ReadinessDuration window, Duration maxAge) {

    /** No data, if the answer counts too few. */
    Optional<Sample> tooFew(MetricAnswer answer, Instant at) {
        return switch (new Reduction(Optional.empty(), maxAge).apply(answer, at)) {
            case NoNumber none -> Optional.of(new NoNumber(none.outcome(), "minSamples: " + none.why()).sample(at));
            case ReducedNumber(var seen)
            when seen < atLeast ->
                Optional.of(NoNumber.unknown("no data: only %s seen over %s, and %s are needed"
                                .formatted(NumberText.brief(seen), window, NumberText.brief(atLeast)))
                        .sample(at));
            case ReducedNumber _ -> Optional.empty();
        };
    }
}
