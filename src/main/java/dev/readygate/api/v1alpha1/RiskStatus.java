package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

@ApiType
public record RiskStatus(
        @JsonPropertyDescription("What may go wrong.") @Required
        String name,

        @JsonPropertyDescription("How bad it would be.") RiskLevel impact,
        @JsonPropertyDescription("How probable it is.") RiskLevel likelihood,
        @JsonPropertyDescription("What it would mean.") String consequence,
        @JsonPropertyDescription("What is done about it.") String mitigation,

        @JsonPropertyDescription("How much of that is done, in percent.")
        Integer done,

        @JsonPropertyDescription("Who looks after it.") String owner,

        @JsonPropertyDescription("The check that closes it.")
        String closedBy,

        @JsonPropertyDescription("Whether it is open.") Boolean open) {

    public RiskStatus {
        open = requireNonNullElse(open, true);
    }
}
