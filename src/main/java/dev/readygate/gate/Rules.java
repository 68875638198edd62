package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.Rollout;
import dev.readygate.facts.Horizon;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The merged demands of the policies that select a Deployment.
 *
 * @param drivenBy another controller that rolls the Deployment out
 * @param warned the gates at which policies only warn, by the names of the rules
 */
public record Rules(
        boolean enforced, Rollout rollout, List<GateRule> rules, Optional<String> drivenBy, Map<String, Gate> warned) {
    public Rules {
        requireNonNull(rollout, "rollout");
        rules = List.copyOf(rules);
        requireNonNull(drivenBy, "drivenBy");
        warned = Map.copyOf(warned);
    }

    public Rules(boolean enforced, Rollout rollout, List<GateRule> rules, Optional<String> drivenBy) {
        this(enforced, rollout, rules, drivenBy, Map.of());
    }

    public Rules(boolean enforced, Rollout rollout, List<GateRule> rules) {
        this(enforced, rollout, rules, Optional.empty());
    }

    /** The farthest horizon of all checks. */
    public Horizon horizon() {
        return rules.stream()
                .map(it -> it.check().horizon())
                .max(Comparator.naturalOrder())
                .orElse(Horizon.Rollout);
    }

    /** Whether the API server has to know the baseline's template: no gate may hold a way back to it. */
    public boolean needsTemplates() {
        return !at(Gate.Admit).isEmpty() || !at(Gate.Start).isEmpty();
    }

    public List<GateRule> at(Gate gate) {
        return rules.stream()
                .filter(it -> it.gate().filter(gate::equals).isPresent())
                .toList();
    }

    /** Whether a revision soaks after it has taken over. */
    boolean soaks() {
        return !rollout.soak().toDuration().isZero() || !at(Gate.Stay).isEmpty();
    }

    /** The gates a new revision goes through, in their order. */
    List<Gate> gates() {
        return Stream.of(Gate.values())
                .filter(it -> it == Gate.Stay ? soaks() : !at(it).isEmpty())
                .toList();
    }
}
