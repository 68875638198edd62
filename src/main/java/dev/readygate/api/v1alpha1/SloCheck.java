package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

@ApiType
@ValidationRule(
        value = "has(self.ratio) != has(self.latency)",
        message = "an slo is measured by ratio or by latency: give exactly one")
@ValidationRule(
        value = "self.objective != '100%' && self.objective.matches('[1-9]')",
        message = "objective must be above 0% and below 100%: at 100% there is no error budget to spend")
public record SloCheck(
        @JsonPropertyDescription("The share that has to be good, for example 99.5%.") @Required
        Percentage objective,

        @JsonPropertyDescription("The time over which it counts.") @Default("30d")
        ReadinessDuration window,

        @JsonPropertyDescription("Good by count: requests that went well out of all.")
        RatioIndicator ratio,

        @JsonPropertyDescription("Good by speed: requests answered in time out of all.")
        LatencyIndicator latency,

        @JsonPropertyDescription("It also fails when less than this share of the error budget is left.")
        Percentage minBudget,

        @JsonPropertyDescription(
                "It also fails when the budget burns too fast. Left out: 14.4 times over 1h and 5m, and 6 times "
                        + "over 6h and 30m, stretched to the window.")
        @Atomic
        @Size(max = 10)
        List<BurnRate> burnRates,

        @JsonPropertyDescription(
                "A Deployment with this label is let through in spite of a spent budget, for hot-fixes. Written "
                        + "key or key=value.")
        @Size(max = 380)
        @Pattern(Patterns.LABEL)
        String exemptLabel)
        implements CheckKind {

    public SloCheck {
        window = requireNonNullElse(window, new ReadinessDuration("30d"));
        burnRates = Copy.of(burnRates);
    }
}
