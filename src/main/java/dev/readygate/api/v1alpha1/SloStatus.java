package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

@ApiType
public record SloStatus(
        @JsonPropertyDescription("Name of the check.") @Required
        String name,

        @JsonPropertyDescription("What was asked for.") Percentage objective,

        @JsonPropertyDescription("The time over which it counts.")
        ReadinessDuration window,

        @JsonPropertyDescription("What was attained, in percent.")
        Double attained,

        @JsonPropertyDescription("How much of the error budget is left, in percent; negative when overspent.")
        Double budgetLeft,

        @JsonPropertyDescription("How fast the budget burns; at 1 it lasts exactly for the window.")
        Double burn,

        @JsonPropertyDescription("The objective that what was attained would support. Never applied by itself.")
        Percentage recommended) {}
