package dev.readygate.admit;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A policy by its kind and name; a ClusterReadinessPolicy has no namespace. */
public record PolicyId(String kind, String namespace, String name) implements Comparable<PolicyId> {
    /** Stands for an unknown policy. */
    public static final PolicyId NOBODY = new PolicyId("", "", "");

    private static final Pattern WRITTEN = Pattern.compile("(\\w+) (?:([^/]+)/)?([^/]+)");
    private static final Comparator<PolicyId> BY_NAME = Comparator.comparing(PolicyId::kind)
            .thenComparing(PolicyId::namespace)
            .thenComparing(PolicyId::name);

    public PolicyId {
        requireNonNull(kind, "kind");
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
    }

    /** As {@link #toString} writes it. */
    public static Optional<PolicyId> read(String written) {
        var match = WRITTEN.matcher(written);
        return match.matches()
                ? Optional.of(
                        new PolicyId(match.group(1), Objects.requireNonNullElse(match.group(2), ""), match.group(3)))
                : Optional.empty();
    }

    @Override
    public int compareTo(PolicyId other) {
        return BY_NAME.compare(this, other);
    }

    /** For people: ReadinessPolicy shop/posture. */
    @Override
    public String toString() {
        return "%s %s%s".formatted(kind, namespace.isEmpty() ? "" : namespace + "/", name);
    }
}
