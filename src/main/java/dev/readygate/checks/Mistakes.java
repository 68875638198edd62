package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Gate;
import java.util.Optional;

/** What is wrong with a check as it is written, where no schema can see it: expressions, time zones. */
public final class Mistakes {
    private Mistakes() {}

    public static Optional<String> in(CheckSpec spec) {
        var type = AllChecks.type(spec);
        return type.mistake(spec).or(() -> spec.gate() == Gate.Admit ? type.mistakeAtAdmit(spec) : Optional.empty());
    }
}
