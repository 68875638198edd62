package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

@ApiType
@ValidationRule(
        value = "has(self.rankTest) || has(self.maxRatio)",
        message = "a comparison needs a measure: give rankTest, maxRatio or both")
public record CompareCheck(
        @JsonPropertyDescription(
                "A PromQL query that gives one series per pod, with a label pod. {{pods}} stands for the pods of "
                        + "either side.")
        @Required
        @Size(min = 1, max = 4096)
        String query,

        @JsonPropertyDescription("The minutes that are compared.") @Default("5m")
        ReadinessDuration window,

        @JsonPropertyDescription("Which direction is worse.") @Default("Higher")
        Worse worse,

        @JsonPropertyDescription("Fails when the new pods are worse by more than chance explains (Mann-Whitney U).")
        RankTest rankTest,

        @JsonPropertyDescription(
                "Fails when the new pods' mean is worse by more than this factor. With rankTest, both must say "
                        + "so.")
        @Min(1)
        Double maxRatio,

        @JsonPropertyDescription("How many samples each side must have. With fewer, it is NotApplicable.")
        @Default("10")
        @Min(2)
        @Max(10000)
        Integer minSamples)
        implements CheckKind {

    public CompareCheck {
        window = requireNonNullElse(window, new ReadinessDuration("5m"));
        worse = requireNonNullElse(worse, Worse.Higher);
        minSamples = requireNonNullElse(minSamples, 10);
    }

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

    public enum Worse {
        Higher,
        Lower,
        Either
    }
}
