package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.LocalDate;
import java.util.List;

@ApiType
@JsonClassDescription("What became of it. Written by the operator.")
public record ReadinessPolicyStatus(
        @JsonPropertyDescription("The generation of the policy that this status is about.")
        Long observedGeneration,

        @JsonPropertyDescription("How many Deployments it governs.")
        Integer targets,

        @JsonPropertyDescription("How many of them have verdict Pass.")
        Integer pass,

        @JsonPropertyDescription("How many have verdict Conditional.")
        Integer conditional,

        @JsonPropertyDescription("How many have verdict Fail.")
        Integer fail,

        @JsonPropertyDescription("Of how many too little is known for a verdict.")
        Integer unknown,

        @JsonPropertyDescription("The mean of their scores, rounded down.")
        Integer score,

        @JsonPropertyDescription("Delivery performance over all of them.")
        DoraStatus dora,

        @JsonPropertyDescription(
                "What to know about it, one sentence each: costs, conflicts with other policies, Deployments it "
                        + "cannot govern.")
        @Atomic
        List<String> warnings,

        @JsonPropertyDescription("When it is to be looked at again.")
        LocalDate nextReview,

        @JsonPropertyDescription(
                "Ready: accepted and active, whatever the verdicts. Enforced: the API server enforces it now. "
                        + "Reconciling and Stalled as long as they are true.")
        @KeyedBy("type")
        List<Condition> conditions) {

    public ReadinessPolicyStatus {
        warnings = Copy.of(warnings);
        conditions = Copy.of(conditions);
    }
}
