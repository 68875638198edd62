package dev.readygate.checks.promql;

import java.util.Optional;
import java.util.stream.Stream;

/** The variables in double braces of a query. */
public enum Variable {
    deployment(false),
    namespace(false),
    /** The pod-template-hash of the query's revision. */
    hash(false),
    window(false),
    /** Any pod the Deployment has or had. */
    pods(true),
    newPods(true),
    oldPods(true);

    private final boolean pattern;

    Variable(boolean pattern) {
        this.pattern = pattern;
    }

    /** Its value is always a regular expression, so it must follow =~ or !~. */
    boolean isPattern() {
        return pattern;
    }

    /** Whether its value depends on the revision. */
    boolean tellsRevisions() {
        return this == hash || this == newPods || this == oldPods;
    }

    static Optional<Variable> named(String name) {
        return Stream.of(values()).filter(it -> it.name().equals(name)).findFirst();
    }
}
