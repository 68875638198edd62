package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

@ApiType
public record ParameterTarget(
        @JsonPropertyDescription("Name of the check.") @Required @Size(min = 1, max = 63) @Pattern(Patterns.NAME)
        String check,

        @JsonPropertyDescription(
                "Path of the field within the check, for example slo.minBudget or http.expect.maxLatency.")
        @Required
        @Size(min = 1, max = 120)
        @Pattern(Patterns.FIELD)
        String field) {}
