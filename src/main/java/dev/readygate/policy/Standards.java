package dev.readygate.policy;

import dev.readygate.api.v1alpha1.ReadinessStandardSpec;
import java.util.Optional;

/** Finds a standard by its name. */
@FunctionalInterface
public interface Standards {
    Standards NONE = name -> Optional.empty();

    Optional<ReadinessStandardSpec> named(String name);
}
