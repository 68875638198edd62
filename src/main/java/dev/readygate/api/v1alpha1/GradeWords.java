package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;

@ApiType
public record GradeWords(
        @JsonPropertyDescription("For grade Green.") @Default("GREEN") @Size(min = 1, max = 40)
        String green,

        @JsonPropertyDescription("For grade Amber.") @Default("AMBER") @Size(min = 1, max = 40)
        String amber,

        @JsonPropertyDescription("For grade Red.") @Default("RED") @Size(min = 1, max = 40)
        String red,

        @JsonPropertyDescription("For what nobody could answer yet.") @Default("UNKNOWN") @Size(min = 1, max = 40)
        String unknown) {

    static final GradeWords DEFAULT = new GradeWords(null, null, null, null);

    public GradeWords {
        green = requireNonNullElse(green, "GREEN");
        amber = requireNonNullElse(amber, "AMBER");
        red = requireNonNullElse(red, "RED");
        unknown = requireNonNullElse(unknown, "UNKNOWN");
    }
}
