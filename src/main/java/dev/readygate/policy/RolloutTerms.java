package dev.readygate.policy;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.AttemptStatus;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Mode;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.Rollout;
import java.util.List;
import java.util.Optional;

/** The terms under which a rollout began: its checks at gates, and how it is rolled out. */
public record RolloutTerms(List<CheckSpec> checks, Rollout rollout) {
    /** The policies' names are not part of the recorded terms. */
    private static final PolicyRef FORMER = new PolicyRef("ReadinessPolicy", "", 0L);

    public RolloutTerms {
        requireNonNull(rollout, "rollout");
        checks = List.copyOf(checks);
    }

    public static RolloutTerms of(EffectivePolicy agreement) {
        var atGates = agreement.checks().stream()
                .filter(it -> it.gate().isPresent() && it.mistake().isEmpty())
                .flatMap(it -> it.bindingVariants().stream())
                .toList();
        return new RolloutTerms(atGates, agreement.rollout());
    }

    public static RolloutTerms of(AttemptStatus attempt) {
        return new RolloutTerms(attempt.checks(), attempt.rollout());
    }

    public AttemptStatus about(String revision) {
        return new AttemptStatus(revision, checks, rollout);
    }

    public Optional<MergedCheck> named(String check) {
        var sides = checks.stream()
                .filter(it -> it.name().equals(check))
                .map(it -> new PolicyCheck(it, FORMER, Mode.Enforce, Optional.empty()))
                .toList();
        return sides.isEmpty() ? Optional.empty() : Optional.of(new MergedCheck(sides));
    }
}
