package dev.readygate.facts;

import java.util.Set;

/** What checks want to know beyond the Deployment itself: nothing else is watched. */
public record Wanted(boolean services, Set<Elsewhere> reports) {
    public static final Wanted NOTHING = new Wanted(false, Set.of());

    public Wanted {
        reports = Set.copyOf(reports);
    }
}
