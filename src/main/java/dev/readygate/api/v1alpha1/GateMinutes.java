package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

@ApiType
public record GateMinutes(
        @JsonPropertyDescription("At gate Start.") Double start,
        @JsonPropertyDescription("At gate Serve.") Double serve,
        @JsonPropertyDescription("At gate Stay.") Double stay) {}
