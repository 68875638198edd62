package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;

@ApiType
@ValidationRule(
        value = "!has(self.confidence) || (self.confidence != '100%' && self.confidence.matches('[1-9]'))",
        message = "confidence must be above 0% and below 100%: 95% is usual")
public record RankTest(
        @JsonPropertyDescription("How sure it must be that there is a difference.") @Default("95%")
        Percentage confidence,

        @JsonPropertyDescription(
                "How large the difference must be, from 0 (none) to 1 (every new sample is worse than every old "
                        + "one).")
        @Default("0.3")
        @Min(0)
        @Max(1)
        Double minEffect) {

    public RankTest {
        confidence = requireNonNullElse(confidence, new Percentage("95%"));
        minEffect = requireNonNullElse(minEffect, 0.3);
    }
}
