package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.OnFailure;
import dev.readygate.facts.Horizon;
import java.util.Comparator;
import java.util.List;

/** What the policies that meet a Deployment ask for, taken together. */
public record Rules(boolean enforced, OnFailure onFailure, List<Rule> rules) {
    public Rules {
        requireNonNull(onFailure, "onFailure");
        rules = List.copyOf(rules);
    }

    /** As far as the farthest of them looks. */
    public Horizon horizon() {
        return rules.stream()
                .map(it -> it.check().horizon())
                .max(Comparator.naturalOrder())
                .orElse(Horizon.Rollout);
    }

    public List<Rule> at(Gate gate) {
        return rules.stream()
                .filter(it -> it.gate().filter(gate::equals).isPresent())
                .toList();
    }
}
