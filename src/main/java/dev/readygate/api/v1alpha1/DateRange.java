package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.LocalDate;

@ApiType
@ValidationRule(
        value = "!has(self.to) || self.from <= self.to",
        message = "from must not be after to: swap or correct them")
public record DateRange(
        @JsonPropertyDescription("The first day.") @Required LocalDate from,

        @JsonPropertyDescription("The last day, inclusive. Left out, only the first.")
        LocalDate to) {}
