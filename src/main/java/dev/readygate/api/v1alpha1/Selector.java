package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

@ApiType
@JsonClassDescription("Objects by their labels. An empty selector, {}, means all of them.")
public record Selector(
        @JsonPropertyDescription("Labels that must have exactly these values.") @Size(max = 50)
        Map<String, @Size(max = 63) @Pattern(Patterns.LABEL_VALUE) String> matchLabels,

        @JsonPropertyDescription("Further conditions; all of them must hold.") @Atomic @Size(max = 50)
        List<SelectorRequirement> matchExpressions) {

    public Selector {
        matchLabels = Copy.of(matchLabels);
        matchExpressions = Copy.of(matchExpressions);
    }

    public boolean selectsEverything() {
        return matchLabels.isEmpty() && matchExpressions.isEmpty();
    }

    @ApiType
    @ValidationRule(
            value =
                    "self.operator in ['In', 'NotIn'] ? has(self.values) && size(self.values) > 0 : !has(self.values) || size(self.values) == 0",
            message = "operator In and NotIn need values, Exists and DoesNotExist take none: add or remove values")
    public record SelectorRequirement(
            @JsonPropertyDescription("The label's key.")
            @Required
            @Size(min = 1, max = 317)
            @Pattern(Patterns.LABEL_KEY)
            String key,

            @JsonPropertyDescription("How the label's value relates to the values.") @Required
            SelectorOperator operator,

            @JsonPropertyDescription("The values for In and NotIn.") @Atomic @Size(max = 100)
            List<@Size(max = 63) @Pattern(Patterns.LABEL_VALUE) String> values) {

        public SelectorRequirement {
            values = Copy.of(values);
        }
    }

    public enum SelectorOperator {
        In,
        NotIn,
        Exists,
        DoesNotExist
    }
}
