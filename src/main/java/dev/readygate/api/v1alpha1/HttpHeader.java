package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

@ApiType
@ValidationRule(
        value = "has(self.value) != has(self.secretKeyRef)",
        message = "a header has either value or secretKeyRef: give exactly one")
public record HttpHeader(
        @JsonPropertyDescription("Name of the header.") @Required @Size(min = 1, max = 120) @Pattern(Patterns.HEADER)
        String name,

        @JsonPropertyDescription("Its value.") @Size(max = 1024) @Pattern(Patterns.ONE_LINE)
        String value,

        @JsonPropertyDescription(
                "Where its value is kept, if it is a secret. It never shows up in status, Events or logs.")
        SecretKey secretKeyRef) {}
