package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import java.time.Instant;
import java.util.List;

@ApiType
public record BaselineStatus(
        @JsonPropertyDescription("The pod-template-hash, as Kubernetes wrote it.")
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
        String appliedBy,

        @JsonPropertyDescription("When it was verified, or adopted.")
        Instant verifiedAt,

        @JsonPropertyDescription("The score it had then.") Integer score,

        @JsonPropertyDescription(
                "It ran before there was a policy and was adopted, but its checks have not passed yet.")
        Boolean unproven,

        @JsonPropertyDescription("How its checks stood when it was verified.") @KeyedBy("name")
        List<CheckThen> checks) {

    public BaselineStatus {
        images = Copy.of(images);
        digests = Copy.of(digests);
        checks = Copy.of(checks);
        unproven = requireNonNullElse(unproven, false);
    }

    @ApiType
    public record CheckThen(
            @JsonPropertyDescription("Its name.") @Required String name,
            @JsonPropertyDescription("The answer then.") CheckOutcome outcome) {}
}
