package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

@ApiType
public record Risk(
        @JsonPropertyDescription("What may go wrong, in a few words.") @Required @Size(min = 1, max = 120)
        String name,

        @JsonPropertyDescription("How bad it would be.") @Required
        RiskLevel impact,

        @JsonPropertyDescription("How probable it is.") @Required
        RiskLevel likelihood,

        @JsonPropertyDescription("What it would mean, in a sentence.") @Size(max = 512)
        String consequence,

        @JsonPropertyDescription("What is done about it.") @Size(max = 1024)
        String mitigation,

        @JsonPropertyDescription("How much of that is done, in percent, as its owner says.") @Min(0) @Max(100)
        Integer done,

        @JsonPropertyDescription("Who looks after it.") @Size(max = 120)
        String owner,

        @JsonPropertyDescription("The check that shows the risk is closed: it is open until that check passes.")
        @Size(max = 63)
        @Pattern(Patterns.NAME)
        String closedBy) {}
