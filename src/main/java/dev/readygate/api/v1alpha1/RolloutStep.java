package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;

@ApiType
@ValidationRule(
        value = "self.share.matches('[1-9]')",
        message = "share must be above 0%: leave the step out, or give it a share")
public record RolloutStep(
        @JsonPropertyDescription(
                "The new pods' share of all ready pods. It is reached as closely as whole pods allow, and never "
                        + "exceeded.")
        @Required
        Percentage share,

        @JsonPropertyDescription(
                "How long this share is watched before the next step. Left out, the next step follows as soon as "
                        + "the checks pass.")
        @JsonProperty("for")
        ReadinessDuration lasts) {}
