package dev.readygate.policy;

import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessStandardSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Policies and standards as users write them. */
final class PolicySamples {
    private PolicySamples() {}

    static Policy policy(String name, String spec) {
        return new Policy(
                new PolicyRef("ReadinessPolicy", name, 1L),
                "uid-" + name,
                Instant.parse("2026-03-01T12:00:00Z"),
                Serialization.unmarshal("---\n" + spec, ReadinessPolicySpec.class));
    }

    static Standards standard(String name, String spec) {
        var standard = Serialization.unmarshal("---\n" + spec, ReadinessStandardSpec.class);
        return asked -> asked.equals(name) ? Optional.of(standard) : Optional.empty();
    }

    static Resolved resolved(String name, String spec) {
        return Resolving.of(policy(name, spec), Standards.NONE);
    }

    static EffectivePolicy agreement(Resolved... policies) {
        return EffectivePolicy.of(Arrays.asList(policies));
    }
}
