package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

@ApiType
@ValidationRule(
        value = "(has(self.users) && size(self.users) > 0) || (has(self.groups) && size(self.groups) > 0)",
        message = "users and groups are both empty: say who may approve")
@ValidationRule(
        value =
                "(has(self.groups) && size(self.groups) > 0) || !has(self.users) || size(self.users) >= (has(self.count) ? self.count : 1)",
        message = "count is larger than the number of users: lower it, or add users or groups")
public record ApprovalCheck(
        @JsonPropertyDescription("How many different people have to agree.") @Default("1") @Min(1) @Max(20)
        Integer count,

        @JsonPropertyDescription("Groups whose members may agree, as the API server knows them.")
        @Atomic
        @Size(max = 50)
        List<@Size(min = 1, max = 253) String> groups,

        @JsonPropertyDescription("Users who may agree, as the API server knows them.") @Atomic @Size(max = 50)
        List<@Size(min = 1, max = 253) String> users,

        @JsonPropertyDescription("The type of ReadinessEvidence that says so. Left out, the name of the check.")
        @Size(max = 63)
        @Pattern(Patterns.NAME)
        String type,

        @JsonPropertyDescription("Older approvals do not count.")
        ReadinessDuration maxAge,

        @JsonPropertyDescription("Whether the one who applied the revision counts as well.") @Default("false")
        Boolean allowApplier)
        implements CheckKind {

    public ApprovalCheck {
        count = requireNonNullElse(count, 1);
        groups = Copy.of(groups);
        users = Copy.of(users);
        allowApplier = requireNonNullElse(allowApplier, false);
    }
}
