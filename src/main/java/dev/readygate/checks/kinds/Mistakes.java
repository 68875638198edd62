package dev.readygate.checks.kinds;

import dev.readygate.api.v1alpha1.CheckSpec;
import java.util.Optional;

/** Mistakes in a check that no schema can see: expressions, time zones. */
public final class Mistakes {
    private Mistakes() {}

    public static Optional<String> in(CheckSpec spec) {
        return AllChecks.type(spec).mistakeIn(spec);
    }
}
