package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

@ApiType
@JsonClassDescription("What the standard asks.")
@ValidationRule(
        value =
                "self.checks.all(c, !has(c.category) || (has(self.categories) && self.categories.exists(k, k.name == c.category)))",
        message = "every check's category must be declared: add it to categories, or correct the check's category")
@ValidationRule(
        value =
                "!has(self.parameters) || self.parameters.all(p, !has(p.sets) || p.sets.all(s, self.checks.exists(c, c.name == s.check)))",
        message = "parameters.sets must name a check of this standard: correct sets.check")
@ValidationRule(value = StandardRules.CATEGORIES_ARE_DECLARED, message = StandardRules.CATEGORIES_ARE_DECLARED_MESSAGE)
@ValidationRule(value = StandardRules.CHECKS_ARE_THERE, message = StandardRules.CHECKS_ARE_THERE_MESSAGE)
public record ReadinessStandardSpec(
        @JsonPropertyDescription("What people read.") @Required @Size(min = 1, max = 120)
        String title,

        @JsonPropertyDescription("What it is for, in a paragraph.") @Size(max = 4096)
        String description,

        @JsonPropertyDescription("What a policy can set under with.") @KeyedBy("name") @Size(max = 50)
        List<StandardParameter> parameters,

        @JsonPropertyDescription("The groups in which its checks are scored.") @KeyedBy("name") @Size(max = 50)
        List<Category> categories,

        @JsonPropertyDescription("Its questions.") @Required @KeyedBy("name") @Size(min = 1, max = 200)
        List<CheckSpec> checks,

        @JsonPropertyDescription("How a new revision is let in, and what becomes of one that fails, for policies that "
                + "have no rollout of their own. It is enforced where the policy's mode is Enforce.")
        Rollout rollout,

        @JsonPropertyDescription("How kubectl readygate report --standard prints it.")
        StandardDocument document) {

    public ReadinessStandardSpec {
        parameters = Copy.of(parameters);
        categories = Copy.of(categories);
        checks = Copy.of(checks);
    }
}
