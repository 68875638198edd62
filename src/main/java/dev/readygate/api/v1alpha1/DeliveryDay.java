package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import java.time.LocalDate;
import java.util.List;

/** The contribution of one day to the delivery numbers, kept beside the history, which is too short for them. */
@ApiType
public record DeliveryDay(
        @JsonPropertyDescription("The day, in UTC.") @Required
        LocalDate day,

        @JsonPropertyDescription("Revisions that were verified.")
        Integer verified,

        @JsonPropertyDescription("Revisions that failed after they took traffic, before they were verified.")
        Integer failed,

        @JsonPropertyDescription("Verified revisions that people went back from.")
        Integer undone,

        @JsonPropertyDescription("Revisions that were stopped before they took traffic.")
        Integer prevented,

        @JsonPropertyDescription("Verified revisions that were unplanned, for a bug that users saw.")
        Integer rework,

        @JsonPropertyDescription("From commit to verified, in seconds, where the time of the commit is known.") @Atomic
        List<Long> leadTimes,

        @JsonPropertyDescription("From taking traffic to a good revision again, in seconds, of those that failed.")
        @Atomic
        List<Long> recoveries,

        @JsonPropertyDescription(
                "From the decision to take a revision back until the baseline served alone, in seconds, of those that took traffic.")
        @Atomic
        List<Long> rollbacks) {

    public DeliveryDay {
        verified = requireNonNullElse(verified, 0);
        failed = requireNonNullElse(failed, 0);
        undone = requireNonNullElse(undone, 0);
        prevented = requireNonNullElse(prevented, 0);
        rework = requireNonNullElse(rework, 0);
        leadTimes = Copy.of(leadTimes);
        recoveries = Copy.of(recoveries);
        rollbacks = Copy.of(rollbacks);
    }
}
