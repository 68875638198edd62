package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

@ApiType
public record StepStatus(
        @JsonPropertyDescription("The share that was asked for.")
        Percentage share,

        @JsonPropertyDescription("Pending, Open: pods are being opened and watched. Done.")
        StepState state,

        @JsonPropertyDescription("Since when the share is reached.")
        Instant since,

        @JsonPropertyDescription("Ready new pods.") Integer newPods,
        @JsonPropertyDescription("All ready pods.") Integer allPods) {
    public enum StepState {
        Pending,
        Open,
        Done
    }
}
