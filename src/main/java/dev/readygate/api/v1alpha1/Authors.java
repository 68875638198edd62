package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

@ApiType
@ValidationRule(
        value = "(has(self.users) && size(self.users) > 0) || (has(self.groups) && size(self.groups) > 0)",
        message = "users and groups are both empty: name at least one of either")
public record Authors(
        @JsonPropertyDescription(
                "User names as the API server knows them, for example system:serviceaccount:ci:runner.")
        @Atomic
        @Size(max = 50)
        List<@Size(min = 1, max = 253) String> users,

        @JsonPropertyDescription("Groups as the API server knows them.") @Atomic @Size(max = 50)
        List<@Size(min = 1, max = 253) String> groups) {

    public Authors {
        users = Copy.of(users);
        groups = Copy.of(groups);
    }
}
