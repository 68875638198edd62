package dev.readygate.testing;

import dev.readygate.api.v1alpha1.ReadinessPolicyStatus;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A policy of a test's namespace. */
public record TestPolicy(Namespace namespace, String name) {

    public Optional<ReadinessPolicyStatus> status() {
        return namespace.policyNamed(name).map(it -> it.getStatus());
    }

    public TestPolicy waitUntil(String what, Predicate<ReadinessPolicyStatus> holds) {
        Awaitility.await(what)
                .pollInterval(WaitLimit.BETWEEN_LOOKS)
                .until(() -> status().filter(holds).isPresent());
        return this;
    }

    /** Waits until a trial shows that the API server enforces the gates. */
    public TestPolicy waitUntilEnforced() {
        return waitUntil(
                "the policy to be enforced",
                it -> it.conditions().stream()
                        .anyMatch(condition -> condition.type().equals("Enforced")
                                && condition.status().name().equals("True")));
    }

    public void delete() {
        namespace
                .policyNamed(name)
                .ifPresent(it -> namespace.client().resource(it).delete());
    }
}
