package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import java.time.Instant;
import java.util.List;

@ApiType
public record RolloutRecord(
        @JsonPropertyDescription("The pod-template-hash.") @Required
        String revision,

        @JsonPropertyDescription("How it ended.") RolloutOutcome outcome,
        @JsonPropertyDescription("Who or what applied it.") String by,
        @JsonPropertyDescription("When it began.") Instant started,
        @JsonPropertyDescription("When it ended.") Instant finished,

        @JsonPropertyDescription("Minutes it spent at each gate.")
        GateMinutes minutes,

        @JsonPropertyDescription("Why it ended so, in one sentence.")
        String why,

        @JsonPropertyDescription("Images of the containers.") @Atomic
        List<String> images,

        @JsonPropertyDescription("Version, where a label or annotation names it.")
        String version,

        @JsonPropertyDescription("The commit, where an annotation or evidence names it.")
        String commit,

        @JsonPropertyDescription("When the commit was made, where that is known: the lead time counts from there.")
        Instant committed,

        @JsonPropertyDescription("The revision this went back to, for a rollback.")
        String rollbackTo,

        @JsonPropertyDescription("The score it had at the end.")
        Integer score,

        @JsonPropertyDescription("It took traffic before it ended.")
        Boolean served,

        @JsonPropertyDescription("An unplanned deployment, for a bug that users saw.")
        Boolean rework,

        @JsonPropertyDescription("Taken from ReplicaSets that were there before the operator.")
        Boolean inferred) {

    public RolloutRecord {
        images = Copy.of(images);
        served = requireNonNullElse(served, false);
        rework = requireNonNullElse(rework, false);
        inferred = requireNonNullElse(inferred, false);
    }
}
