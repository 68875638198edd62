package dev.readygate.status;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What to know of a Deployment before it is too late to change it. */
final class Warnings {
    private Warnings() {}

    static List<String> of(Report report) {
        return Stream.concat(report.agreement().conflicts().stream(), forgetful(report).stream())
                .toList();
    }

    private static Optional<String> forgetful(Report report) {
        boolean matters = report.agreement().enforced()
                && report.world().workload().desired().forgetful();
        return matters
                ? Optional.of("revisionHistoryLimit is 0: once a release has taken over, Kubernetes deletes the ReplicaSet of"
                        + " the last good revision, and nothing is left to roll back to; allow at least 1.")
                : Optional.empty();
    }
}
