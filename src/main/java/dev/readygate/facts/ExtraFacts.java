package dev.readygate.facts;

import java.util.Set;

/** What checks want to know beyond the Deployment itself: nothing else is watched. */
public record ExtraFacts(boolean services, Set<ReportRef> reports) {
    public static final ExtraFacts NOTHING = new ExtraFacts(false, Set.of());

    public ExtraFacts {
        reports = Set.copyOf(reports);
    }
}
