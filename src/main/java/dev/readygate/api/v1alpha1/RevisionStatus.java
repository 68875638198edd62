package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

@ApiType
public record RevisionStatus(
        @JsonPropertyDescription(
                "The pod-template-hash, as Kubernetes wrote it; generation-N while it waits at gate Start and has none.")
        String hash,

        @JsonPropertyDescription("What it was called while it waited at gate Start, if it did: generation-N.")
        String waitedAs,

        @JsonPropertyDescription("Name of the ReplicaSet.") String replicaSet,

        @JsonPropertyDescription("Images of the containers.") @Atomic
        List<String> images,

        @JsonPropertyDescription("Digests that were seen running.") @Atomic
        List<String> digests,

        @JsonPropertyDescription("The commit, where an annotation or label names it.")
        String commit,

        @JsonPropertyDescription("The user whose request brought its template, as stamped by the API server.")
        String appliedBy) {

    public RevisionStatus {
        images = Copy.of(images);
        digests = Copy.of(digests);
    }
}
