package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What the policies that meet a Deployment ask for, taken together. */
public record Rules(boolean enforced, OnFailure onFailure, List<Rule> rules) {
    public Rules {
        requireNonNull(onFailure, "onFailure");
        rules = List.copyOf(rules);
    }

    /** What happens to a revision that fails. */
    public enum OnFailure {
        /** Taken back where that is possible, otherwise held. */
        Withdraw,
        /** Its pods wait; nothing is taken back. */
        Hold,
        /** People are told, nothing else. */
        Notify
    }

    public List<Rule> at(Rule.Gate gate) {
        return rules.stream().filter(it -> it.gate() == gate).toList();
    }
}
