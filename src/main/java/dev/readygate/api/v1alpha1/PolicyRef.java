package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

@ApiType
public record PolicyRef(
        @JsonPropertyDescription("ReadinessPolicy or ClusterReadinessPolicy.") @Required
        String kind,

        @JsonPropertyDescription("Its name.") @Required String name,

        @JsonPropertyDescription("The generation that counts.")
        Long generation) {}
