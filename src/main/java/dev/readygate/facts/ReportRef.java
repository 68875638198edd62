package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/** Another Deployment by its name, with any UID. */
public record ReportRef(String namespace, String name) {
    public ReportRef {
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
