package dev.readygate.policy;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Mode;
import dev.readygate.api.v1alpha1.PolicyRef;
import java.util.Optional;

/**
 * A check, and the policy that contains it.
 *
 * @param mode of the policy: whether it enforces the check's gate, warns at it, or only scores
 * @param mistake why it cannot be evaluated as it is written
 */
public record PolicyCheck(CheckSpec spec, PolicyRef by, Mode mode, Optional<String> mistake) {
    public PolicyCheck {
        requireNonNull(spec, "spec");
        requireNonNull(by, "by");
        requireNonNull(mode, "mode");
        requireNonNull(mistake, "mistake");
    }

    String name() {
        return spec.name();
    }
}
