package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One ReplicaSet of the Deployment. Its identity is the cluster's: the UID and the hash Kubernetes wrote, never a hash
 * of our own.
 *
 * @param name of the ReplicaSet; empty while it waits at gate Start and has none
 * @param number the Deployment's revision number; going back to an old revision gives its ReplicaSet a new number
 */
public record Revision(
        String name,
        String uid,
        String resourceVersion,
        String hash,
        long number,
        Instant createdAt,
        int desired,
        int available,
        Origin origin,
        Optional<PodTemplate> template) {

    public Revision {
        requireNonNull(name, "name");
        requireNonNull(uid, "uid");
        requireNonNull(resourceVersion, "resourceVersion");
        requireNonNull(hash, "hash");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(origin, "origin");
        requireNonNull(template, "template");
    }

    public Revision(
            String name,
            String uid,
            String resourceVersion,
            String hash,
            long number,
            Instant createdAt,
            int desired,
            int available,
            Origin origin) {
        this(name, uid, resourceVersion, hash, number, createdAt, desired, available, origin, Optional.empty());
    }

    /** What is declared and waits at gate Start. */
    static Revision waiting(Workload workload, String name) {
        return new Revision(
                "",
                "",
                workload.resourceVersion(),
                name,
                0,
                workload.createdAt(),
                0,
                0,
                workload.declared(),
                workload.template());
    }

    /** Kubernetes has made its ReplicaSet. */
    public boolean isMade() {
        return !name.isEmpty();
    }

    /** The very same is declared there. */
    public boolean declaresWhat(Revision other) {
        return template.isPresent() && template.equals(other.template);
    }

    public List<String> images() {
        return origin.images();
    }

    public Revision running(Stream<String> digests) {
        var completed = origin.with(digests);
        return new Revision(
                name, uid, resourceVersion, hash, number, createdAt, desired, available, completed, template);
    }

    public Revision with(Optional<PodTemplate> known) {
        return new Revision(name, uid, resourceVersion, hash, number, createdAt, desired, available, origin, known);
    }
}
