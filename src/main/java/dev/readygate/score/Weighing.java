package dev.readygate.score;

import dev.readygate.api.v1alpha1.Category;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.Scoring;
import dev.readygate.checks.Finding;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the policies say each finding counts for. Of several policies the first one's scoring counts. */
public record Weighing(List<ReadinessPolicySpec> policies, List<CheckSpec> checks) {
    public Weighing {
        policies = List.copyOf(policies);
        checks = List.copyOf(checks);
    }

    public Scorecard score(List<Finding> findings) {
        var byName = findings.stream().collect(Collectors.toMap(Finding::check, Function.identity()));
        var weighed =
                checks.stream().map(it -> Weighed.of(it, byName.get(it.name()))).toList();
        return new Scorer(Thresholds.of(scoring()), categoryWeights()).score(weighed);
    }

    /** What grade and verdict are computed with. */
    public Scoring scoring() {
        return policies.getFirst().scoring();
    }

    private Map<String, Double> categoryWeights() {
        return policies.stream()
                .flatMap(it -> it.categories().stream())
                .collect(Collectors.toMap(Category::name, it -> (double) it.weight(), (first, second) -> first));
    }
}
