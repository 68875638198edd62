package dev.readygate.status;

import dev.readygate.policy.Resolved;
import java.util.List;

/**
 * Fields of a policy that this version accepts but does not implement. A warning names them, because silence would
 * look like support.
 */
final class UnsupportedFields {
    private UnsupportedFields() {}

    static List<String> in(Resolved policy) {
        return policy.policy().spec().notifications().isEmpty()
                ? List.of()
                : List.of("Notifications are not sent by this version; Events are.");
    }
}
