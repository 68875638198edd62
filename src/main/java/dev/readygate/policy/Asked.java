package dev.readygate.policy;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.PolicyRef;
import java.util.Optional;

/**
 * A check, and the policy that asks it.
 *
 * @param binding the policy enforces its gates; otherwise the check is only scored
 * @param mistake why nobody can answer it as it stands
 */
public record Asked(CheckSpec spec, PolicyRef by, boolean binding, Optional<String> mistake) {
    public Asked {
        requireNonNull(spec, "spec");
        requireNonNull(by, "by");
        requireNonNull(mistake, "mistake");
    }

    String name() {
        return spec.name();
    }
}
