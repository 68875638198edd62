package dev.readygate.checks.promql;

import java.util.Optional;
import java.util.stream.Stream;

/** What may stand between double braces in a query. */
public enum Variable {
    deployment(false),
    namespace(false),
    /** The pod-template-hash of the revision that is asked about. */
    hash(false),
    window(false),
    /** Whatever pod the Deployment has or had. */
    pods(true),
    newPods(true),
    oldPods(true);

    private final boolean pattern;

    Variable(boolean pattern) {
        this.pattern = pattern;
    }

    /** It is a regular expression whatever its value is, so it has to stand behind =~ or !~. */
    boolean isPattern() {
        return pattern;
    }

    /** Whether another revision gives another query. */
    boolean tellsRevisions() {
        return this == hash || this == newPods || this == oldPods;
    }

    static Optional<Variable> named(String name) {
        return Stream.of(values()).filter(it -> it.name().equals(name)).findFirst();
    }
}
