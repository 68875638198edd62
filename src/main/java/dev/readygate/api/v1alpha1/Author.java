package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;

@ApiType
@JsonClassDescription("Who made the request, as the API server knows them.")
public record Author(
        @JsonPropertyDescription("User name.") @Size(max = 1024)
        String user,

        @JsonPropertyDescription("Groups.") @Atomic @Size(max = 500)
        List<@Size(max = 1024) String> groups) {

    public Author {
        groups = Copy.of(groups);
    }
}
