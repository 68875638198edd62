package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import java.time.Instant;

@ApiType
@JsonClassDescription("One aspect of the state, in the form that kubectl wait, Argo CD and Flux read.")
public record Condition(
        @JsonPropertyDescription("What the condition is about, for example Ready.") @Required
        String type,

        @JsonPropertyDescription("True, False, or Unknown when it cannot be told.") @Required
        ConditionStatus status,

        @JsonPropertyDescription("One word why, for programs.") @Required
        String reason,

        @JsonPropertyDescription("One sentence why, for people.")
        String message,

        @JsonPropertyDescription("When the status last changed.") @Required
        Instant lastTransitionTime,

        @JsonPropertyDescription("The generation of the object that this was said about.")
        Long observedGeneration) {
    public enum ConditionStatus {
        True,
        False,
        Unknown
    }
}
