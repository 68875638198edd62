package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All facts that a decision about one Deployment may depend on, at one instant.
 *
 * @param manifest empty while it is not known, or if no check looks at it
 * @param delivered the outcomes of earlier rollouts
 */
public record Snapshot(
        Instant at,
        Workload workload,
        List<Revision> revisions,
        List<Pod> pods,
        Optional<BookEntry> book,
        Readings readings,
        Statements statements,
        Neighbours neighbours,
        Optional<Manifest> manifest,
        Delivered delivered) {

    public Snapshot {
        requireNonNull(at, "at");
        requireNonNull(workload, "workload");
        requireNonNull(book, "book");
        requireNonNull(readings, "readings");
        requireNonNull(statements, "statements");
        requireNonNull(neighbours, "neighbours");
        requireNonNull(manifest, "manifest");
        requireNonNull(delivered, "delivered");
        revisions = List.copyOf(revisions);
        pods = List.copyOf(pods);
    }

    /** Without facts about other objects. */
    public Snapshot(
            Instant at,
            Workload workload,
            List<Revision> revisions,
            List<Pod> pods,
            Optional<BookEntry> book,
            Readings readings,
            Statements statements) {
        this(at, workload, revisions, pods, book, readings, statements, Neighbours.NONE, Optional.empty());
    }

    /** Without counts of earlier rollouts. */
    public Snapshot(
            Instant at,
            Workload workload,
            List<Revision> revisions,
            List<Pod> pods,
            Optional<BookEntry> book,
            Readings readings,
            Statements statements,
            Neighbours neighbours,
            Optional<Manifest> manifest) {
        this(at, workload, revisions, pods, book, readings, statements, neighbours, manifest, Delivered.NOTHING);
    }

    public Snapshot with(Workload known, List<Revision> completed) {
        return new Snapshot(at, known, completed, pods, book, readings, statements, neighbours, manifest, delivered);
    }

    /** The declared revision: it waits at gate Start, or is being rolled out, or runs. */
    public Optional<Revision> current() {
        return parked().or(this::rolling);
    }

    /** The declared template that waits at gate Start; it may have got a hash before it was paused, or earlier. */
    public Optional<Revision> parked() {
        return workload.waiting().map(it -> it.alike(alreadyMade(it)));
    }

    private Set<String> alreadyMade(Revision waiting) {
        return revisions.stream()
                .filter(waiting::declaresWhat)
                .map(Revision::hash)
                .collect(Collectors.toSet());
    }

    /**
     * The revision being rolled out, or running; absent before Kubernetes created it, and after the operator
     * deleted it.
     */
    public Optional<Revision> rolling() {
        return workload.observed().settled() ? numbered(workload.observed().revisionNumber()) : Optional.empty();
    }

    private Optional<Revision> numbered(long number) {
        return revisions.stream().filter(it -> it.number() == number).findFirst();
    }

    public Optional<Revision> revision(String hash) {
        return Stream.concat(parked().stream(), revisions.stream())
                .filter(it -> it.hash().equals(hash))
                .findFirst();
    }

    public List<Pod> podsOf(String hash) {
        return pods.stream().filter(it -> it.hash().equals(hash)).toList();
    }

    public List<String> hashes() {
        return revisions.stream().map(Revision::hash).toList();
    }
}
