package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One ReplicaSet of the Deployment. Its identity is the cluster's: the UID and the hash Kubernetes wrote, never a hash
 * of our own.
 *
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
        Origin origin) {

    public Revision {
        requireNonNull(name, "name");
        requireNonNull(uid, "uid");
        requireNonNull(resourceVersion, "resourceVersion");
        requireNonNull(hash, "hash");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(origin, "origin");
    }

    public List<String> images() {
        return origin.images();
    }

    public Revision running(Stream<String> digests) {
        var completed = origin.with(digests);
        return new Revision(name, uid, resourceVersion, hash, number, createdAt, desired, available, completed);
    }
}
