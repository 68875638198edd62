package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import java.time.LocalDate;

@ApiType
public record DailyScore(
        @JsonPropertyDescription("The day, in UTC.") @Required
        LocalDate day,

        @JsonPropertyDescription("The lowest score of the day.") @Required
        Integer score) {}
