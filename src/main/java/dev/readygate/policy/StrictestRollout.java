package dev.readygate.policy;

import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.api.v1alpha1.Rollout;
import dev.readygate.api.v1alpha1.Rollout.FailOn;
import dev.readygate.api.v1alpha1.Rollout.OnFailure;
import dev.readygate.api.v1alpha1.Rollout.OnTimeout;
import dev.readygate.api.v1alpha1.Rollout.RolloutStep;
import dev.readygate.api.v1alpha1.Rollout.WaitAtMost;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The strictest rollout terms of several policies, term by term. */
record StrictestRollout(List<Rollout> all) {
    private static final Rollout NONE_ENFORCES =
            new Rollout(null, ReadinessDuration.ZERO, null, OnFailure.Notify, null, null);
    private static final List<OnTimeout> FROM_MILD_TO_STRICT =
            List.of(OnTimeout.Proceed, OnTimeout.KeepWaiting, OnTimeout.Withdraw);
    private static final Comparator<ReadinessDuration> BY_LENGTH = Comparator.comparing(ReadinessDuration::toDuration);

    Rollout strictest() {
        return all.isEmpty()
                ? NONE_ENFORCES
                : new Rollout(
                        steps(),
                        each(Rollout::soak).max(BY_LENGTH).orElseThrow(),
                        new WaitAtMost(shortest(WaitAtMost::start), shortest(WaitAtMost::serve)),
                        each(Rollout::onFailure).max(Comparator.naturalOrder()).orElseThrow(),
                        each(Rollout::onTimeout)
                                .max(Comparator.comparing(FROM_MILD_TO_STRICT::indexOf))
                                .orElseThrow(),
                        failOn());
    }

    private <T> Stream<T> each(Function<Rollout, T> term) {
        return all.stream().map(term);
    }

    /** Of the policies with steps, the one with the smallest first step. */
    private List<RolloutStep> steps() {
        return each(Rollout::steps)
                .filter(it -> !it.isEmpty())
                .min(Comparator.comparing(it -> it.getFirst().share().percent()))
                .orElse(List.of());
    }

    private ReadinessDuration shortest(Function<WaitAtMost, ReadinessDuration> gate) {
        return each(Rollout::waitAtMost).map(gate).min(BY_LENGTH).orElseThrow();
    }

    private List<FailOn> failOn() {
        return all.stream().flatMap(it -> it.failOn().stream()).distinct().toList();
    }
}
