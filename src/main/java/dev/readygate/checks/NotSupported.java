package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.facts.Outcome;
import java.util.Optional;

/** A check that this version accepts but cannot answer. It says so, and is unknown rather than passed. */
record NotSupported(CheckSpec spec, String what) implements Check {
    @Override
    public Finding evaluate(Subject subject) {
        var sentence = "this version of Readygate does not evaluate %s yet".formatted(what);
        return new Finding(spec.name(), Outcome.Unknown, "NotSupported", sentence, Measured.NOTHING, Optional.empty());
    }
}
