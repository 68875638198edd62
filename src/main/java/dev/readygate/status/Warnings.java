package dev.readygate.status;

import dev.readygate.facts.BookEntry;
import dev.readygate.facts.PodTemplate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Warnings about a Deployment while it can still be changed. */
final class Warnings {
    /** More warnings would only repeat these. */
    private static final int MOST = 20;

    private static final String NO_ROOM =
            "The GateBook of this namespace has no room for the template of the baseline: a"
                    + " change back to it waits at gate Start until the operator has seen it.";

    private Warnings() {}

    static List<String> of(Report report) {
        return Stream.of(
                        report.agreement().conflicts().stream(),
                        Costs.of(report.agreement(), report.world().workload().desired()),
                        leftOut(report).stream(),
                        forgetful(report).stream(),
                        new ExtraWarnings(report.world()).sentences())
                .flatMap(it -> it)
                .limit(MOST)
                .toList();
    }

    private static Optional<String> leftOut(Report report) {
        return report.world()
                .book()
                .flatMap(BookEntry::baseline)
                .filter(PodTemplate::isLeftOut)
                .map(it -> NO_ROOM);
    }

    private static Optional<String> forgetful(Report report) {
        boolean matters = report.agreement().enforced()
                && report.world().workload().desired().forgetful();
        return matters
                ? Optional.of(
                        "revisionHistoryLimit is 0: once a release has taken over, Kubernetes deletes the ReplicaSet of"
                                + " the last good revision, and nothing is left to roll back to; allow at least 1.")
                : Optional.empty();
    }
}
