package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/** Another Deployment, whichever has that name now. */
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
