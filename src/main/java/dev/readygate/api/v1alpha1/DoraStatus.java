package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;

@ApiType
public record DoraStatus(
        @JsonPropertyDescription("The time over which it is taken.")
        ReadinessDuration window,

        @JsonPropertyDescription("Since when rollouts are counted.")
        Instant since,

        @JsonPropertyDescription("The day, in UTC, on which it was computed.")
        LocalDate day,

        @JsonPropertyDescription("Deployments in that time: revisions that were verified.")
        Integer deployments,

        @JsonPropertyDescription(
                "Failures that were stopped before they took traffic. They are not counted as failed changes.")
        Integer prevented,

        @JsonPropertyDescription("Deployments a day.") DoraNumber perDay,

        @JsonPropertyDescription("From commit to verified, the median.")
        DoraTime leadTime,

        @JsonPropertyDescription("Changes that failed after they took traffic, in percent.")
        DoraNumber changeFailureRate,

        @JsonPropertyDescription("From the bad revision taking traffic to a good one again, the median.")
        DoraTime recoveryTime,

        @JsonPropertyDescription("Unplanned deployments for a bug that users saw, in percent.")
        DoraNumber reworkRate,

        @JsonPropertyDescription(
                "From the decision to take a release back until the baseline served alone, the median of those that took traffic. It has no level.")
        DoraTime rollbackTime) {
    @ApiType
    public record DoraNumber(
            @JsonPropertyDescription("The number.") Double value,

            @JsonPropertyDescription("Its level. None below the least number of deployments.")
            DoraLevel level,

            @JsonPropertyDescription("How many deployments it rests on.")
            Integer count) {}

    @ApiType
    public record DoraTime(
            @JsonPropertyDescription("The median.") ReadinessDuration value,

            @JsonPropertyDescription("Its level. None below the least number of deployments.")
            DoraLevel level,

            @JsonPropertyDescription("How many deployments it rests on.")
            Integer count) {}
}
