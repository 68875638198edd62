package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names of revisions while they waited at gate Start: statements under such a name stay valid for the revision.
 *
 * @param names by the hash that the revision got since
 * @param started the last template that passed gate Start, if its hash is not known yet
 */
public record PendingName(Map<String, String> names, Optional<Started> started) {
    public static final PendingName NOTHING = new PendingName(Map.of(), Optional.empty());

    public PendingName {
        names = Map.copyOf(names);
        requireNonNull(started, "started");
    }

    /** @param images that were declared: another template may have come before Kubernetes created its ReplicaSet */
    public record Started(String name, List<String> images) {
        public Started {
            requireNonNull(name, "name");
            images = List.copyOf(images);
        }
    }

    /** Adds those names to the revisions they belong to, and to revisions that differ only by a restart. */
    public List<Revision> among(List<Revision> revisions, Workload workload) {
        return revisions.stream().map(it -> named(it, workload)).toList();
    }

    private Revision named(Revision revision, Workload workload) {
        var known = new HashSet<>(revision.alike());
        Stream.concat(Stream.of(revision.hash()), revision.alike().stream())
                .flatMap(it -> Optional.ofNullable(names.get(it)).stream())
                .forEach(known::add);
        started.filter(it -> isWhatStarted(it, revision, workload)).ifPresent(it -> known.add(it.name()));
        return revision.alike(known);
    }

    private boolean isWhatStarted(Started one, Revision revision, Workload workload) {
        return workload.observed().settled()
                && workload.observed().revisionNumber() == revision.number()
                && !names.containsKey(revision.hash())
                && one.images().equals(revision.images());
    }
}
