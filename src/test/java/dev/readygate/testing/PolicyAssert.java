package dev.readygate.testing;

import dev.readygate.api.v1alpha1.Condition;
import org.assertj.core.api.AbstractAssert;

/** What is expected of a policy's status. */
public final class PolicyAssert extends AbstractAssert<PolicyAssert, Policy> {
    PolicyAssert(Policy policy) {
        super(policy, PolicyAssert.class);
    }

    /** The message is looked for anywhere in what the condition says. */
    public PolicyAssert says(String type, String status, String message) {
        var found = actual.status().stream()
                .flatMap(it -> it.conditions().stream())
                .filter(it -> it.type().equals(type))
                .toList();
        if (found.stream()
                .noneMatch(
                        it -> it.status().name().equals(status) && it.message().contains(message))) {
            failWithMessage("expected %s=%s with \"%s\", but there is %s", type, status, message, texts(found));
        }
        return this;
    }

    private static java.util.List<String> texts(java.util.List<Condition> found) {
        return found.stream()
                .map(it -> "%s=%s: %s".formatted(it.type(), it.status(), it.message()))
                .toList();
    }
}
