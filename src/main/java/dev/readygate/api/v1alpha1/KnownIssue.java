package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import java.time.Instant;

@ApiType
public record KnownIssue(
        @JsonPropertyDescription("The check that fails and is excused.") @Required
        String check,

        @JsonPropertyDescription("The ReadinessWaiver that excuses it.")
        String waiver,

        @JsonPropertyDescription("Why.") String reason,

        @JsonPropertyDescription("From when on it counts again.")
        Instant expires,

        @JsonPropertyDescription("Who sees to it that it passes by then.")
        String owner,

        @JsonPropertyDescription("Who excused it, as stamped by the API server.")
        String by,

        @JsonPropertyDescription("Where it is tracked.") String link) {}
