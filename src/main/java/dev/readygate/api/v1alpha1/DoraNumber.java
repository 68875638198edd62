package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

@ApiType
public record DoraNumber(
        @JsonPropertyDescription("The number.") Double value,

        @JsonPropertyDescription("Its level. None below the least number of deployments.")
        DoraLevel level,

        @JsonPropertyDescription("How many deployments it rests on.")
        Integer count) {}
