package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import java.time.Instant;

@ApiType
public record CheckResult(
        @JsonPropertyDescription("Short name.") @Required String name,
        @JsonPropertyDescription("What people read.") String title,
        @JsonPropertyDescription("Its category.") String category,
        @JsonPropertyDescription("The answer.") CheckOutcome outcome,

        @JsonPropertyDescription("What it contributes, from 0 to 100. None when it is left out of the score.")
        Double score,

        @JsonPropertyDescription("How much it counts within its category.")
        Integer weight,

        @JsonPropertyDescription("Failing it makes the verdict Fail.")
        Boolean required,

        @JsonPropertyDescription("The gate at which it must hold.")
        Gate gate,

        @JsonPropertyDescription("What was seen.") String value,
        @JsonPropertyDescription("What was asked for.") String limit,

        @JsonPropertyDescription("One sentence: what was seen, where, and what would let it pass.")
        String message,

        @JsonPropertyDescription("Since when the answer is this one.")
        Instant since,

        @JsonPropertyDescription("The ReadinessEvidence it rests on.")
        String evidence,

        @JsonPropertyDescription("The ReadinessWaiver that excuses it.")
        String waivedBy,

        @JsonPropertyDescription("The policy that asks it.") String policy) {

    public CheckResult {
        required = requireNonNullElse(required, false);
    }
}
