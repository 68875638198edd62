package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

@ApiType
public record CategoryScore(
        @JsonPropertyDescription("Short name.") @Required String name,
        @JsonPropertyDescription("What people read.") String title,

        @JsonPropertyDescription("From 0 to 100, rounded down. None while nothing in it could be evaluated.")
        Integer score,

        @JsonPropertyDescription(
                "How much it counts against the others. None for a category no policy declares: then what was "
                        + "answered of its checks counts as much as without a category.")
        Integer weight,

        @JsonPropertyDescription("Colour of the score.") Grade grade) {}
