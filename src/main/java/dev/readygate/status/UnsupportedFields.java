package dev.readygate.status;

import dev.readygate.policy.Resolved;
import java.util.List;

/** What a policy asks for that this version accepts but does not do. Said, because silence would pass for a yes. */
final class UnsupportedFields {
    private UnsupportedFields() {}

    static List<String> in(Resolved policy) {
        return policy.policy().spec().notifications().isEmpty()
                ? List.of()
                : List.of("Notifications are not sent by this version; Events are.");
    }
}
