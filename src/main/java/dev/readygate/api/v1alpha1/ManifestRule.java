package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

@ApiType
public record ManifestRule(
        @JsonPropertyDescription("Short name, unique among the rules.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Patterns.NAME)
        String name,

        @JsonPropertyDescription("A CEL expression that must be true.") @Required @Size(min = 1, max = 4096)
        String expression,

        @JsonPropertyDescription("What it says when it is false, and how to fix it.") @Size(max = 512)
        String message) {}
