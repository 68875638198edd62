package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.OnFailure;
import java.util.List;

/** What the policies that meet a Deployment ask for, taken together. */
public record Rules(boolean enforced, OnFailure onFailure, List<Rule> rules) {
    public Rules {
        requireNonNull(onFailure, "onFailure");
        rules = List.copyOf(rules);
    }

    public List<Rule> at(Gate gate) {
        return rules.stream()
                .filter(it -> it.gate().filter(gate::equals).isPresent())
                .toList();
    }
}
