package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

@ApiType
public record Category(
        @JsonPropertyDescription("Short name that checks refer to.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Patterns.NAME)
        String name,

        @JsonPropertyDescription("What people read.") @Size(max = 120)
        String title,

        @JsonPropertyDescription(
                "How much the category counts against the others. Only the proportion matters; 0 shows it without counting it.")
        @Default("1")
        @Min(0)
        @Max(1000)
        Integer weight,

        @JsonPropertyDescription("What it asks and why, in a sentence or two: documents print it.") @Size(max = 1024)
        String description) {

    public Category {
        weight = requireNonNullElse(weight, 1);
    }
}
