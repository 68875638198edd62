package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

@ApiType
@ValidationRule(
        value =
                "!has(self.default) || !has(self.type) || self.type != 'Number' || self.default.matches('^-?[0-9]+([.][0-9]+)?$')",
        message = "default must be a number, as type says")
@ValidationRule(
        value =
                "!has(self.default) || !has(self.type) || self.type != 'Percentage' || self.default.matches('^[0-9]+([.][0-9]+)?%$')",
        message = "default must be a percentage such as 99.5%, as type says")
@ValidationRule(
        value =
                "!has(self.default) || !has(self.type) || self.type != 'Duration' || self.default.matches('^([0-9]+(ms|[wdhms]))+$')",
        message = "default must be a duration such as 90s, 24h or 250ms, as type says")
@ValidationRule(
        value = "!has(self.default) || !has(self.type) || self.type != 'Boolean' || self.default in ['true', 'false']",
        message = "default must be true or false, as type says")
public record StandardParameter(
        @JsonPropertyDescription(
                "The name a policy uses under with. In texts such as queries and expressions it is filled in as "
                        + "{{name}}.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Patterns.PARAMETER)
        String name,

        @JsonPropertyDescription("What its value looks like. List is text separated by commas.") @Default("String")
        ParameterType type,

        @JsonProperty("default")
        @JsonPropertyDescription(
                "Its value when the policy gives none, written as text. Left out, the policy must give one.")
        @Size(max = 1024)
        String defaultValue,

        @JsonPropertyDescription("What it changes.") @Size(max = 512)
        String description,

        @JsonPropertyDescription(
                "Fields of checks that take its value. They hold a value of their own, so that the standard can "
                        + "be read as it is.")
        @Atomic
        @Size(max = 20)
        List<ParameterTarget> sets) {

    public StandardParameter {
        type = requireNonNullElse(type, ParameterType.String);
        sets = Copy.of(sets);
    }

    @ApiType
    public record ParameterTarget(
            @JsonPropertyDescription("Name of the check.") @Required @Size(min = 1, max = 63) @Pattern(Patterns.NAME)
            String check,

            @JsonPropertyDescription(
                    "Path of the field within the check, for example slo.minBudget or http.expect.maxLatency.")
            @Required
            @Size(min = 1, max = 120)
            @Pattern(Patterns.FIELD)
            String field) {}

    public enum ParameterType {
        String,
        Number,
        Boolean,
        Duration,
        Percentage,
        List
    }
}
