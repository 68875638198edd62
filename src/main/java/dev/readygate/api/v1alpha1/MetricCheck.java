package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

@ApiType
@ValidationRule(
        value = "!(has(self.min) && has(self.max)) || self.min <= self.max",
        message = "min must not be above max: swap or correct them")
@ValidationRule(
        value = "has(self.expression) != (has(self.min) || has(self.max))",
        message = "a metric is compared with min and max, or by expression: give either")
public record MetricCheck(
        @JsonPropertyDescription(
                "A PromQL query that gives one sample. {{namespace}}, {{deployment}}, {{pods}}, {{newPods}}, "
                        + "{{oldPods}}, {{hash}}, {{window}} and a standard's parameters are filled in.")
        @Required
        @Size(min = 1, max = 4096)
        String query,

        @JsonPropertyDescription("The smallest acceptable value.")
        Double min,

        @JsonPropertyDescription("The largest acceptable value.")
        Double max,

        @JsonPropertyDescription("A CEL expression over value that must be true, instead of min and max.")
        @Size(min = 1, max = 2048)
        String expression,

        @JsonPropertyDescription("How several samples become one. Left out, several samples are an error.")
        Reduce reduce,

        @JsonPropertyDescription("How much must have been seen before the value means anything. Less is no data.")
        MinSamples minSamples,

        @JsonPropertyDescription("An older sample is no data.") @Default("5m")
        ReadinessDuration maxAge,

        @JsonPropertyDescription("The length of {{window}} in the query.") @Default("5m")
        ReadinessDuration window,

        @JsonPropertyDescription("Shown behind the value, for example ms.") @Size(max = 20)
        String unit)
        implements CheckKind {

    public MetricCheck {
        maxAge = requireNonNullElse(maxAge, new ReadinessDuration("5m"));
        window = requireNonNullElse(window, new ReadinessDuration("5m"));
    }

    @ApiType
    public record MinSamples(
            @JsonPropertyDescription(
                    "A PromQL query that counts what was seen, for example the requests of the window.")
            @Required
            @Size(min = 1, max = 4096)
            String query,

            @JsonPropertyDescription("How many it takes.") @Required @Min(1)
            Double atLeast) {}

    public enum Reduce {
        Min,
        Max,
        Sum,
        Mean
    }
}
