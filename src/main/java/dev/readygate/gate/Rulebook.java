package dev.readygate.gate;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Mode;
import dev.readygate.api.v1alpha1.OnFailure;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.checks.AllChecks;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several policies on one Deployment, as one set of rules: the union of their checks, and the strictest consequence. */
public final class Rulebook {
    private Rulebook() {}

    /** @param policies in a stable order, so that a check named in two of them is always taken from the same one */
    public static Rules of(List<ReadinessPolicySpec> policies) {
        var enforced = policies.stream().anyMatch(it -> it.mode() == Mode.Enforce);
        return new Rules(
                enforced,
                onFailure(policies),
                checks(policies).stream().map(Rulebook::rule).toList());
    }

    /** All checks of all policies, each name once. */
    public static List<CheckSpec> checks(List<ReadinessPolicySpec> policies) {
        Map<String, CheckSpec> byName = new LinkedHashMap<>();
        policies.stream().flatMap(it -> it.checks().stream()).forEach(it -> byName.putIfAbsent(it.name(), it));
        return List.copyOf(byName.values());
    }

    private static Rule rule(CheckSpec spec) {
        return new Rule(spec.name(), Optional.ofNullable(spec.gate()), spec.whenNoData(), AllChecks.of(spec));
    }

    private static OnFailure onFailure(List<ReadinessPolicySpec> policies) {
        return policies.stream()
                .filter(it -> it.mode() == Mode.Enforce)
                .map(it -> it.rollout().onFailure())
                .max(Comparator.naturalOrder())
                .orElse(OnFailure.Notify);
    }
}
