package dev.readygate.cluster.facts;

import dev.readygate.cluster.kube.ObjectNames;
import dev.readygate.facts.Revision;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Turns a ReplicaSet, as the API server returned it, into facts. */
public final class RevisionFacts {
    private RevisionFacts() {}

    public static Revision of(ReplicaSet replicaSet) {
        var metadata = replicaSet.getMetadata();
        return new Revision(
                metadata.getName(),
                metadata.getUid(),
                metadata.getResourceVersion(),
                hash(replicaSet),
                WorkloadFacts.revisionNumber(replicaSet),
                Instant.parse(metadata.getCreationTimestamp()),
                Objects.requireNonNullElse(replicaSet.getSpec().getReplicas(), 1),
                Objects.requireNonNullElse(replicaSet.getStatus().getAvailableReplicas(), 0),
                Origins.of(replicaSet));
    }

    /**
     * The revisions of one Deployment. Templates are compared only within one Deployment, as the API server returned
     * them.
     */
    public static List<Revision> of(List<ReplicaSet> replicaSets) {
        return replicaSets.stream()
                .map(one -> of(one).alike(replicaSets.stream()
                        .filter(it -> it != one && Likeness.of(it).equals(Likeness.of(one)))
                        .map(RevisionFacts::hash)
                        .collect(Collectors.toSet())))
                .toList();
    }

    public static boolean hasHash(ReplicaSet replicaSet) {
        var labels = replicaSet.getMetadata().getLabels();
        return labels != null && labels.containsKey(ObjectNames.TEMPLATE_HASH);
    }

    private static String hash(ReplicaSet replicaSet) {
        return replicaSet.getMetadata().getLabels().get(ObjectNames.TEMPLATE_HASH);
    }
}
