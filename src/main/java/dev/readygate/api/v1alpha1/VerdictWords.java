package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;

@ApiType
public record VerdictWords(
        @JsonPropertyDescription("For verdict Pass.") @Default("PASS") @Size(min = 1, max = 60)
        String pass,

        @JsonPropertyDescription("For verdict Conditional.") @Default("CONDITIONAL PASS") @Size(min = 1, max = 60)
        String conditional,

        @JsonPropertyDescription("For verdict Fail.") @Default("FAIL") @Size(min = 1, max = 60)
        String fail,

        @JsonPropertyDescription("For verdict Unknown.") @Default("UNKNOWN") @Size(min = 1, max = 60)
        String unknown) {

    static final VerdictWords DEFAULT = new VerdictWords(null, null, null, null);

    public VerdictWords {
        pass = requireNonNullElse(pass, "PASS");
        conditional = requireNonNullElse(conditional, "CONDITIONAL PASS");
        fail = requireNonNullElse(fail, "FAIL");
        unknown = requireNonNullElse(unknown, "UNKNOWN");
    }
}
