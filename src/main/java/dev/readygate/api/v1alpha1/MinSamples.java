package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

@ApiType
public record MinSamples(
        @JsonPropertyDescription("A PromQL query that counts what was seen, for example the requests of the window.")
        @Required
        @Size(min = 1, max = 4096)
        String query,

        @JsonPropertyDescription("How many it takes.") @Required @Min(1)
        Double atLeast) {}
