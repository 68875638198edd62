package dev.readygate.facts;

import java.util.Set;

/** The facts that checks need beyond the Deployment itself: the operator watches nothing else. */
public record ExtraFacts(boolean services, Set<ReportRef> reports) {
    public static final ExtraFacts NOTHING = new ExtraFacts(false, Set.of());

    public ExtraFacts {
        reports = Set.copyOf(reports);
    }
}
