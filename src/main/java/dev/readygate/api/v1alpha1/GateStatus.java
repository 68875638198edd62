package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import java.time.Instant;

@ApiType
public record GateStatus(
        @JsonPropertyDescription("The gate.") @Required Gate gate,

        @JsonPropertyDescription(
                "Pending: not reached. Held: it waits. Passed: through. Failed: refused. TimedOut: it waited too "
                        + "long. Skipped: nothing to ask.")
        GateState state,

        @JsonPropertyDescription("Since when.") Instant since,
        @JsonPropertyDescription("When waitAtMost is over.") Instant deadline,

        @JsonPropertyDescription("What it waits for: one sentence with check, value and limit.")
        String waitingOn) {}
