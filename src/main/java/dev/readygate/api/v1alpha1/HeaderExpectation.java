package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

@ApiType
@ValidationRule(
        value = "!(has(self.value) && has(self.matches))",
        message = "an expected header has value or matches, not both: remove one")
public record HeaderExpectation(
        @JsonPropertyDescription("Name of the header. With nothing else, it only has to be there.")
        @Required
        @Size(min = 1, max = 120)
        @Pattern(Patterns.HEADER)
        String name,

        @JsonPropertyDescription("Its exact value.") @Size(max = 1024)
        String value,

        @JsonPropertyDescription("A regular expression (RE2) for its value.")
        @Size(max = 512)
        @ValidationRule(
                value = "''.matches(self) in [true, false]",
                message =
                        "write a regular expression of RE2, in which counts inside each other multiply to at most 1000")
        String matches) {}
