package dev.readygate.status;

import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.policy.Resolved;
import java.util.List;
import java.util.Optional;

/** What a policy asks for that this version accepts but does not do. Said, because silence would pass for a yes. */
final class NotYet {
    private NotYet() {}

    static List<String> in(Resolved policy) {
        var spec = policy.policy().spec();
        return notifications(spec).stream().toList();
    }

    private static Optional<String> notifications(ReadinessPolicySpec spec) {
        return saidIf(!spec.notifications().isEmpty(), "Notifications are not sent by this version; Events are.");
    }

    private static Optional<String> saidIf(boolean so, String sentence) {
        return so ? Optional.of(sentence) : Optional.empty();
    }
}
