package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/** Another Deployment, whichever has that name now. */
public record Elsewhere(String namespace, String name) {
    public Elsewhere {
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
