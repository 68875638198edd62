package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.readygate.api.v1alpha1.Condition.ConditionStatus;
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
        String waitingOn) {
    /** Where a revision is at a gate: the reason of the gate's condition. */
    public enum GateState implements ConditionReason {
        Pending(ConditionStatus.Unknown, "the revision has not come here yet"),
        Held(ConditionStatus.False, "the revision waits here"),
        Passed(ConditionStatus.True, "the revision is through"),
        Failed(ConditionStatus.False, "the revision was turned away"),
        TimedOut(ConditionStatus.False, "the revision has waited here too long"),
        Skipped(ConditionStatus.Unknown, "nothing holds the revision here");

        private final ReasonText text;

        GateState(ConditionStatus status, String meaning) {
            this.text = ReasonText.of(status, meaning);
        }

        @Override
        public ReasonText text() {
            return text;
        }
    }
}
