package dev.readygate.testing.observer;

import dev.readygate.testing.observer.Sighting.SeenReport;
import dev.readygate.testing.observer.Sighting.SeenStatement;
import java.util.stream.Stream;

/** A deleted piece of evidence. */
record Removed(Seen<SeenStatement> gone, History history) {
    /** The default of the chart. */
    private static final int KEPT = 100;

    static Stream<Removed> by(Write write, History history) {
        return history.all(SeenStatement.class)
                .filter(it -> it.gone()
                        && it.what().name().equals(write.name())
                        && it.what().kind().equals("ReadinessEvidence"))
                .map(it -> new Removed(it, history));
    }

    /** Enough newer ones existed, and no report cited it. */
    boolean rightly() {
        return newer() >= KEPT && !isCited();
    }

    private long newer() {
        long made = sightings(gone.what().uid()).mapToLong(Seen::version).min().orElseThrow();
        return history.all(SeenStatement.class)
                .filter(it -> it.version() > made && it.version() < gone.version())
                .map(it -> it.what().uid())
                .distinct()
                .count();
    }

    private Stream<Seen<SeenStatement>> sightings(String uid) {
        return history.all(SeenStatement.class).filter(it -> it.what().uid().equals(uid));
    }

    private boolean isCited() {
        return history.all(SeenReport.class)
                .map(it -> it.what().deployment())
                .distinct()
                .flatMap(it ->
                        history
                                .before(
                                        gone.version(),
                                        SeenReport.class,
                                        one -> one.deployment().equals(it))
                                .stream())
                .flatMap(it -> it.what().status().checks().stream())
                .anyMatch(it -> gone.what().name().equals(it.evidence()));
    }
}
