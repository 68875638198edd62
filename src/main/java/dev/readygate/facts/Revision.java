package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One ReplicaSet of the Deployment. Its identity is the cluster's: the UID and the hash that Kubernetes wrote,
 * never a hash of Readygate.
 *
 * @param name of the ReplicaSet; empty while it waits at gate Start and has none
 * @param number the Deployment's revision number; going back to an old revision gives its ReplicaSet a new number
 * @param alike other names of it: hashes of revisions whose templates differ only in the mark of a restart, and its
 *     pending name from gate Start
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
        Set<String> alike,
        Optional<PodTemplate> template) {

    public Revision {
        requireNonNull(name, "name");
        requireNonNull(uid, "uid");
        requireNonNull(resourceVersion, "resourceVersion");
        requireNonNull(hash, "hash");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(origin, "origin");
        requireNonNull(template, "template");
        alike = Set.copyOf(alike);
    }

    /** A revision without other names. */
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
        this(
                name,
                uid,
                resourceVersion,
                hash,
                number,
                createdAt,
                desired,
                available,
                origin,
                Set.of(),
                Optional.empty());
    }

    /** The declared template that waits at gate Start. */
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
                Set.of(),
                workload.template());
    }

    /** Kubernetes has created its ReplicaSet. */
    public boolean isMade() {
        return !name.isEmpty();
    }

    /** The other revision declares the same template. */
    public boolean declaresWhat(Revision other) {
        return template.isPresent() && template.equals(other.template);
    }

    public List<String> images() {
        return origin.images();
    }

    /**
     * @param digests seen running
     * @param builds that its pods run now, by the image that their template names
     */
    public Revision running(Stream<String> digests, Map<String, Set<String>> builds) {
        var completed = origin.with(digests).building(builds);
        return new Revision(
                name, uid, resourceVersion, hash, number, createdAt, desired, available, completed, alike, template);
    }

    public Revision alike(Set<String> others) {
        return new Revision(
                name, uid, resourceVersion, hash, number, createdAt, desired, available, origin, others, template);
    }

    /** Its pending name from gate Start, if it waited there. */
    public Optional<String> waitedAs() {
        return alike.stream().filter(StartHoldMark::names).findFirst();
    }

    /** Statements about the other name are about this revision. */
    boolean isKnownAs(String other) {
        return hash.equals(other) || alike.contains(other);
    }

    public Revision with(Optional<PodTemplate> known) {
        return new Revision(
                name, uid, resourceVersion, hash, number, createdAt, desired, available, origin, alike, known);
    }
}
