package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Gate;
import java.util.Optional;

/** Mistakes in a check that no schema can see: expressions, time zones. */
public final class Mistakes {
    private Mistakes() {}

    public static Optional<String> in(CheckSpec spec) {
        var type = AllChecks.type(spec);
        return type.mistake(spec).or(() -> spec.gate() == Gate.Admit ? type.mistakeAtAdmit(spec) : Optional.empty());
    }
}
