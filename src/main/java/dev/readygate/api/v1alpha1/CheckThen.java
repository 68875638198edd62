package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

@ApiType
public record CheckThen(
        @JsonPropertyDescription("Its name.") @Required String name,
        @JsonPropertyDescription("The answer then.") CheckOutcome outcome) {}
