package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.time.LocalDate;

@ApiType
public record OpenDecision(
        @JsonPropertyDescription("What has to be decided, in a few words.") @Required @Size(min = 1, max = 120)
        String name,

        @JsonPropertyDescription("Who decides.") @Size(max = 120)
        String owner,

        @JsonPropertyDescription("The day by which it has to be decided, for example 2027-01-31.")
        LocalDate due,

        @JsonPropertyDescription("The check that shows it is decided, for example one that asks for an approval or "
                + "evidence. Left out, it is open as long as it is written here.")
        @Size(max = 63)
        @Pattern(Patterns.NAME)
        String closedBy) {}
