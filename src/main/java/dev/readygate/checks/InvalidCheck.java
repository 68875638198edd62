package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.facts.Outcome;
import java.util.Optional;

/** A check that is invalid as written. That is its author's mistake and never the workload's failure. */
public record InvalidCheck(CheckSpec spec, String mistake) implements Check {
    @Override
    public Finding evaluate(Subject subject) {
        return finding();
    }

    public Finding finding() {
        return new Finding(spec.name(), Outcome.Error, "InvalidCheck", mistake, Measured.NOTHING, Optional.empty());
    }
}
