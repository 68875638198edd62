package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

@ApiType
@ValidationRule(
        value = "has(self.good) != has(self.errors)",
        message = "a ratio counts good or errors: give exactly one beside total")
public record RatioIndicator(
        @JsonPropertyDescription("A PromQL counter of what went well, written without a range, for example "
                + "http_requests_total{code!~'5..'}.")
        @Size(min = 1, max = 4096)
        String good,

        @JsonPropertyDescription("A PromQL counter of what went wrong, instead of good.") @Size(min = 1, max = 4096)
        String errors,

        @JsonPropertyDescription("A PromQL counter of everything; other names in quotation marks: {\"http.requests\"}.")
        @Required
        @Size(min = 1, max = 4096)
        String total) {}
