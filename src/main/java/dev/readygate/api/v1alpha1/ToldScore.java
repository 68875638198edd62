package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import java.time.Instant;

@ApiType
public record ToldScore(
        @JsonPropertyDescription("The score that was told.") @Required
        Integer score,

        @JsonPropertyDescription("When.") @Required Instant at) {}
