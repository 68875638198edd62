package dev.readygate.status;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.Rollout;
import dev.readygate.api.v1alpha1.Rollout.RolloutStep;
import dev.readygate.facts.Workload.Desired;
import dev.readygate.policy.EffectivePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The costs of the gates for this Deployment, as warnings before the first release is held. */
record Costs(Desired desired, Rollout rollout) {
    /** Kubernetes counts from the last pod that became ready, and reacts late. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    static Stream<String> of(EffectivePolicy agreement, Desired desired) {
        boolean holdsPods = agreement.enforced()
                && desired.replicas() > 0
                && agreement.specs().stream().anyMatch(it -> it.gate() == Gate.Serve);
        return holdsPods ? new Costs(desired, agreement.rollout()).sentences() : Stream.empty();
    }

    private Stream<String> sentences() {
        return desired.recreate()
                ? Stream.concat(Stream.of(NOBODY_SERVES), skipped("strategy Recreate"))
                : Stream.of(fewer(), steps(), outlasting()).flatMap(it -> it);
    }

    private static final String NOBODY_SERVES =
            "Strategy Recreate stops the old pods before the new ones start: while a release waits at gate Serve, nobody "
                    + "serves; RollingUpdate keeps the old pods.";

    private Stream<String> fewer() {
        int kept = Math.max(0, desired.replicas() - desired.maxUnavailable());
        return kept == desired.replicas()
                ? Stream.empty()
                : Stream.of(
                        "While a release waits at gate Serve, %d of %d pods are sure to serve; with maxUnavailable: 0 all are."
                                .formatted(kept, desired.replicas()));
    }

    private Stream<String> steps() {
        return desired.replicas() == 1 ? skipped("1 replica") : smallest();
    }

    private Stream<String> skipped(String why) {
        return rollout.steps().isEmpty() ? Stream.empty() : Stream.of("Steps are skipped with %s.".formatted(why));
    }

    private Stream<String> smallest() {
        return rollout.steps().stream()
                .limit(1)
                .map(RolloutStep::share)
                .filter(it -> it.fraction() * desired.replicas() < 1)
                .map(it -> "Step %s is 1 of %d pods, as pods only come whole.".formatted(it, desired.replicas()));
    }

    private Stream<String> outlasting() {
        return longSteps().stream()
                .map(it -> ("Step %s is watched for %s, but Kubernetes gives a rollout up after %d s without progress: "
                                + "kubectl, Helm and Flux then report a failure that is none; set progressDeadlineSeconds to "
                                + "%d or more.")
                        .formatted(
                                it.share(),
                                it.lasts(),
                                desired.patience().toSeconds(),
                                it.lasts().toDuration().plus(MARGIN).toSeconds()));
    }

    private List<RolloutStep> longSteps() {
        return rollout.steps().stream()
                .filter(it -> Objects.nonNull(it.lasts()))
                .filter(it -> it.lasts().toDuration().plus(MARGIN).compareTo(desired.patience()) > 0)
                .toList();
    }
}
