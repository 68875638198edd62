package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.Finding.Measured;
import java.util.Optional;

/** A check that is invalid as written. That is its author's mistake and never the workload's failure. */
public record InvalidCheck(CheckSpec spec, String mistake) implements Check {
    @Override
    public Finding evaluate(Subject subject) {
        return finding();
    }

    public Finding finding() {
        return new Finding(spec.name(), FindingReason.InvalidCheck, mistake, Measured.NOTHING, Optional.empty());
    }
}
