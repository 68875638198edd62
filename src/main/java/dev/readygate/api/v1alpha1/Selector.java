package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
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
}
