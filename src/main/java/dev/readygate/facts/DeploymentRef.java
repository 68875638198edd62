package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/** One Deployment, for as long as it lives: a recreated one has the same name and another UID. */
public record DeploymentRef(String namespace, String name, String uid) {
    public DeploymentRef {
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
        requireNonNull(uid, "uid");
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
