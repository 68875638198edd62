package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

@ApiType
@ValidationRule(
        value =
                "!has(self.status) || self.status.split(',').all(r, !r.contains('-') || r.trim().substring(0, 3) <= r.trim().substring(4, 7))",
        message = "status ranges run from low to high: write 200-299, not 299-200")
public record HttpExpectation(
        @JsonPropertyDescription(
                "Acceptable status codes: single ones and ranges, separated by commas, for example 200-299,304.")
        @Default("200-299")
        @Size(max = 120)
        @Pattern(Patterns.STATUS)
        String status,

        @JsonPropertyDescription("Headers that must be there.") @KeyedBy("name") @Size(max = 30)
        List<HeaderExpectation> headers,

        @JsonPropertyDescription("The slowest acceptable answer, for example 250ms.")
        Latency maxLatency,

        @JsonPropertyDescription(
                "A CEL expression that must be true. It sees json, text, headers, status and elapsed. Example: "
                        + "json.status == 'UP'.")
        @Size(min = 1, max = 2048)
        String body) {

    static final HttpExpectation DEFAULT = new HttpExpectation(null, null, null, null);

    public HttpExpectation {
        status = requireNonNullElse(status, "200-299");
        headers = Copy.of(headers);
    }

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
}
