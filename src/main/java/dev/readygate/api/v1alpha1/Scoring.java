package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;

@ApiType
@ValidationRule(value = "self.green > self.amber", message = "green must be above amber: raise green or lower amber")
@ValidationRule(
        value = "self.pass > self.conditional",
        message = "pass must be above conditional: raise pass or lower conditional")
public record Scoring(
        @JsonPropertyDescription("Grade Green from this score on.") @Default("80") @Min(0) @Max(100)
        Integer green,

        @JsonPropertyDescription("Grade Amber from this score on; Red below.") @Default("60") @Min(0) @Max(100)
        Integer amber,

        @JsonPropertyDescription("Verdict Pass from this score on, if no required check fails.")
        @Default("75")
        @Min(0)
        @Max(100)
        Integer pass,

        @JsonPropertyDescription("Verdict Conditional from this score on; Fail below.") @Default("60") @Min(0) @Max(100)
        Integer conditional,

        @JsonPropertyDescription(
                "The verdict cannot be Pass when less than this percentage of the total weight could be "
                        + "evaluated.")
        @Default("80")
        @Min(0)
        @Max(100)
        Integer minCoverage) {

    static final Scoring DEFAULT = new Scoring(null, null, null, null, null);

    public Scoring {
        green = requireNonNullElse(green, 80);
        amber = requireNonNullElse(amber, 60);
        pass = requireNonNullElse(pass, 75);
        conditional = requireNonNullElse(conditional, 60);
        minCoverage = requireNonNullElse(minCoverage, 80);
    }
}
