package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
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
@ValidationRule(
        value = "!has(self.burnRates) || !has(self.burnRateTable) || self.burnRateTable == 'Workbook'",
        message = "burnRates takes the place of a burnRateTable: give one of them")
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

        @JsonPropertyDescription("It also fails when the budget burns too fast. Left out: burnRateTable says how fast.")
        @Atomic
        @Size(max = 10)
        List<BurnRate> burnRates,

        @JsonPropertyDescription(
                "The pairs of windows in place of burnRates. Workbook: 14.4 times over 1h and 5m, and 6 "
                        + "times over 6h and 30m, for 30d. Pyrra: 14, 7, 2 and 1 times over 1h, 6h, 1d and 4d, for 28d. "
                        + "Both stretch the windows to the objective's. Sloth: 2, 5, 10 and 10 % of the budget in 1h, 6h, 1d "
                        + "and 3d.")
        @Default("Workbook")
        BurnRateTable burnRateTable,

        @JsonPropertyDescription(
                "How many must have been counted over the window before it means anything. Fewer are no " + "data.")
        @Min(1)
        @Max(1_000_000_000)
        Long minSamples,

        @JsonPropertyDescription("An older answer is no data.") @Default("5m")
        ReadinessDuration maxAge,

        @JsonPropertyDescription(
                "A Deployment with this label is let through in spite of a spent budget, for hot-fixes. Written "
                        + "key or key=value.")
        @Size(max = 380)
        @Pattern(Patterns.LABEL)
        String exemptLabel)
        implements CheckKind {

    public SloCheck {
        window = requireNonNullElse(window, new ReadinessDuration("30d"));
        burnRateTable = requireNonNullElse(burnRateTable, BurnRateTable.Workbook);
        maxAge = requireNonNullElse(maxAge, new ReadinessDuration("5m"));
        burnRates = Copy.of(burnRates);
    }
}
