package dev.readygate.cluster.policy;

import dev.readygate.api.v1alpha1.ReadinessStandardSpec;
import dev.readygate.policy.Policy;
import dev.readygate.policy.Resolved;
import dev.readygate.policy.Resolving;
import dev.readygate.policy.Standards;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Caches policies merged with their standards until either changes: every reconcile of a Deployment needs them. */
final class Resolutions {
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    private record Made(Policy policy, List<Optional<ReadinessStandardSpec>> standards, Resolved resolved) {
        boolean isOf(Policy other, List<Optional<ReadinessStandardSpec>> found) {
            return Objects.equals(policy.ref().generation(), other.ref().generation())
                    && standards.size() == found.size()
                    && IntStream.range(0, found.size()).allMatch(it -> isSame(standards.get(it), found.get(it)));
        }

        private static boolean isSame(Optional<ReadinessStandardSpec> one, Optional<ReadinessStandardSpec> other) {
            return one.orElse(null) == other.orElse(null);
        }
    }

    Resolved of(Policy policy, Standards standards) {
        if (policy.spec().standards().isEmpty()) {
            return Resolving.of(policy, standards);
        }
        var found = policy.spec().standards().stream()
                .map(it -> standards.named(it.name()))
                .toList();
        return made.compute(
                        policy.uid(),
                        (_, before) -> before != null && before.isOf(policy, found)
                                ? before
                                : new Made(policy, found, Resolving.of(policy, standards)))
                .resolved();
    }

    void forget(String uid) {
        made.remove(uid);
    }
}
