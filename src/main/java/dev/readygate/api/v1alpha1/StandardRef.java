package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Map;

@ApiType
public record StandardRef(
        @JsonPropertyDescription("Name of the ReadinessStandard.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Patterns.OBJECT_NAME)
        String name,

        @JsonPropertyDescription(
                "Values for the standard's parameters, always written as text: \"0.5\", \"10%\", " + "\"24h\".")
        @Size(max = 50)
        Map<String, @Size(max = 1024) String> with,

        @JsonPropertyDescription("Checks of the standard that are left out.") @Atomic @Size(max = 200)
        List<@Size(max = 63) String> skip) {

    public StandardRef {
        with = Copy.of(with);
        skip = Copy.of(skip);
    }
}
