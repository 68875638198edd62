package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.LocalDate;

@ApiType
@ValidationRule(
        value = "has(self.every) || has(self.due) || has(self.whenClosed)",
        message = "review is empty: give every, due or whenClosed")
@ValidationRule(
        value = "!has(self.every) || self.every.matches('^[0-9]+[dw]$')",
        message = "review.every counts days: write it in days or weeks, for example 90d")
public record Review(
        @JsonPropertyDescription("The next review is this long after the last one, or after the policy was created.")
        ReadinessDuration every,

        @JsonPropertyDescription("When the last review took place.")
        LocalDate last,

        @JsonPropertyDescription("A fixed date for the next review.")
        LocalDate due,

        @JsonPropertyDescription("The review is also due as soon as all actions of this priority are closed.")
        Priority whenClosed) {}
