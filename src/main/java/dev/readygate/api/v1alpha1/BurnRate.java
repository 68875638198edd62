package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;

@ApiType
@ValidationRule(
        value = "self.long != self.short",
        message = "short must be shorter than long: a twelfth of it is usual")
public record BurnRate(
        @JsonPropertyDescription("The window in which enough must have burnt.") @JsonProperty("long") @Required
        ReadinessDuration longWindow,

        @JsonPropertyDescription("The window in which it must still be burning.") @JsonProperty("short") @Required
        ReadinessDuration shortWindow,

        @JsonPropertyDescription("How many times faster than the objective allows.")
        @Required
        @Min(value = 0, inclusive = false)
        @Max(10000)
        Double factor) {}
