package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import java.time.Instant;
import java.util.List;

@ApiType
public record RolloutRecord(
        @JsonPropertyDescription("The pod-template-hash.") @Required
        String revision,

        @JsonPropertyDescription("How it ended.") RolloutOutcome outcome,
        @JsonPropertyDescription("Who or what applied it.") String by,
        @JsonPropertyDescription("When it began.") Instant started,
        @JsonPropertyDescription("When it ended.") Instant finished,

        @JsonPropertyDescription("Minutes it spent at each gate.")
        GateMinutes minutes,

        @JsonPropertyDescription("Why it ended so, in one sentence.")
        String why,

        @JsonPropertyDescription("Images of the containers.") @Atomic
        List<String> images,

        @JsonPropertyDescription("Version, where a label or annotation names it.")
        String version,

        @JsonPropertyDescription("The commit, where an annotation or evidence names it.")
        String commit,

        @JsonPropertyDescription("When the commit was made, where that is known: the lead time counts from there.")
        Instant committed,

        @JsonPropertyDescription("The environment, where a label or annotation names it.")
        String environment,

        @JsonPropertyDescription("The revision that serves again, where this one was taken back.")
        String rollbackTo,

        @JsonPropertyDescription("The revision that was left by going back to this one, which was verified before.")
        String rollbackOf,

        @JsonPropertyDescription("The score it had at the end.")
        Integer score,

        @JsonPropertyDescription("When it first took traffic. None for one that never did.")
        Instant servedSince,

        @JsonPropertyDescription(
                "The gate at which it was turned away. With servedSince it is a failed change, without it a prevented one.")
        Gate failedAt,

        @JsonPropertyDescription("When a good revision served alone again, after one that failed under traffic.")
        Instant recovered,

        @JsonPropertyDescription("An unplanned deployment, for a bug that users saw.")
        Boolean rework,

        @JsonPropertyDescription("Taken from ReplicaSets that were there before the operator.")
        Boolean inferred) {

    public RolloutRecord {
        images = Copy.of(images);
        rework = requireNonNullElse(rework, false);
        inferred = requireNonNullElse(inferred, false);
    }

    /** It took traffic before it ended. */
    public boolean served() {
        return servedSince != null;
    }

    @ApiType
    public record GateMinutes(
            @JsonPropertyDescription("At gate Start.") Double start,
            @JsonPropertyDescription("At gate Serve.") Double serve,
            @JsonPropertyDescription("At gate Stay.") Double stay) {}

    public enum RolloutOutcome {
        /** Verified, and the baseline from then on. */
        Promoted,
        /** Failed, and withdrawn without a change of the declared template. */
        Withdrawn,
        /** Failed, and rolled back to the baseline. */
        Restored,
        /** Another template came before it was verified. */
        Superseded,
        /** It took over, or was released, without a verification. */
        Released
    }
}
