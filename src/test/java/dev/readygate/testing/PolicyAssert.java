package dev.readygate.testing;

import dev.readygate.api.v1alpha1.Condition;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Expectations of a policy's status. */
public final class PolicyAssert extends AbstractAssert<PolicyAssert, TestPolicy> {
    PolicyAssert(TestPolicy policy) {
        super(policy, PolicyAssert.class);
    }

    /** The condition's message must contain the message. */
    public PolicyAssert says(String type, String status, String message) {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .until(() -> of(type).stream()
                            .anyMatch(it -> it.status().name().equals(status)
                                    && it.message().contains(message)));
        } catch (ConditionTimeoutException never) {
            failWithMessage("expected %s=%s with \"%s\", but there is %s", type, status, message, texts(of(type)));
        }
        return this;
    }

    private List<Condition> of(String type) {
        return actual.status().stream()
                .flatMap(it -> it.conditions().stream())
                .filter(it -> it.type().equals(type))
                .toList();
    }

    private static List<String> texts(List<Condition> found) {
        return found.stream()
                .map(it -> "%s=%s: %s".formatted(it.type(), it.status(), it.message()))
                .toList();
    }
}
