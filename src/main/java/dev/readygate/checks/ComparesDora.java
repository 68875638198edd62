package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.facts.Outcome;
import java.util.Optional;

/** A delivery number against a limit. None can be told from no rollouts. */
record ComparesDora(CheckSpec spec) implements Check {

    @Override
    public Finding evaluate(Subject subject) {
        return new Finding(
                spec.name(),
                Outcome.NotApplicable,
                "NoRollouts",
                "no rollouts are recorded yet",
                Measured.NOTHING,
                Optional.empty());
    }
}
