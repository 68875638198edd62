package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
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

    @ApiType
    @ValidationRule(
            value = "has(self.good) != has(self.errors)",
            message = "a ratio counts good or errors: give exactly one beside total")
    public record RatioIndicator(
            @JsonPropertyDescription("A PromQL counter of what went well, written without a range, for example "
                    + "http_requests_total{code!~'5..'}.")
            @Size(min = 1, max = 4096)
            String good,

            @JsonPropertyDescription("A PromQL counter of what went wrong, instead of good.") @Size(min = 1, max = 4096)
            String errors,

            @JsonPropertyDescription(
                    "A PromQL counter of everything; other names in quotation marks: {\"http.requests\"}.")
            @Required
            @Size(min = 1, max = 4096)
            String total) {}

    @ApiType
    public record LatencyIndicator(
            @JsonPropertyDescription("Name of a Prometheus histogram in seconds, without _bucket, for example "
                    + "http_server_request_duration_seconds.")
            @Required
            @Size(min = 1, max = 253)
            @Pattern(Patterns.METRIC)
            String histogram,

            @JsonPropertyDescription("The slowest answer that is in time. It should be one of the histogram's bounds.")
            @Required
            Latency threshold,

            @JsonPropertyDescription("Further label matchers, for example route='/checkout',method='POST'.")
            @Size(max = 1024)
            String selector) {}

    @ApiType
    @ValidationRule(
            value = "self.long != self.short",
            message = "short must be shorter than long: a twelfth of it is usual")
    public record BurnRate(
            @JsonPropertyDescription("The window in which enough must have burnt.") @JsonProperty("long") @Required
            ReadinessDuration longWindow,

            @JsonPropertyDescription("The window in which it must still be burning.") @JsonProperty("short") @Required
            ReadinessDuration shortWindow,

            @JsonPropertyDescription("How many times faster than the objective allows.")
            @Required
            @Min(value = 0, inclusive = false)
            @Max(10000)
            Double factor) {}

    /** Pairs of windows that others have made usual. */
    public enum BurnRateTable {
        Workbook,
        Pyrra,
        Sloth
    }
}
