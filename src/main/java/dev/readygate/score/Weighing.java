package dev.readygate.score;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.Finding;
import dev.readygate.policy.EffectivePolicy;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Scores findings by the weights of the policies. */
public record Weighing(EffectivePolicy agreement) {
    public Weighing {
        requireNonNull(agreement, "agreement");
    }

    public Scorecard score(List<Finding> findings) {
        var byName = findings.stream().collect(Collectors.toMap(Finding::check, Function.identity()));
        var weighed = agreement.specs().stream()
                .map(it -> Weighed.of(it, byName.get(it.name())))
                .toList();
        return new Scorer(Thresholds.of(agreement.scoring()), agreement.categoryWeights()).score(weighed);
    }
}
