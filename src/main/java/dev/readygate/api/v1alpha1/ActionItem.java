package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

@ApiType
public record ActionItem(
        @JsonPropertyDescription("P1 first.") Priority priority,
        @JsonPropertyDescription("What to do.") @Required String text,
        @JsonPropertyDescription("How much work it is.") String effort,
        @JsonPropertyDescription("Who does it.") String owner,

        @JsonPropertyDescription("The check that asks for it.")
        String check,

        @JsonPropertyDescription("Where it is described.") String runbook) {}
