package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

@ApiType
@JsonClassDescription("What you want of the Deployments.")
@ValidationRule(value = PolicyRules.ENFORCE_ALL, message = PolicyRules.ENFORCE_ALL_MESSAGE)
@ValidationRule(value = PolicyRules.ASKS_SOMETHING, message = PolicyRules.ASKS_SOMETHING_MESSAGE)
@ValidationRule(value = PolicyRules.CATEGORIES_DECLARED, message = PolicyRules.CATEGORIES_DECLARED_MESSAGE)
@ValidationRule(value = PolicyRules.RISKS_CLOSED, message = PolicyRules.RISKS_CLOSED_MESSAGE)
@ValidationRule(value = PolicyRules.DECISIONS_CLOSED, message = PolicyRules.DECISIONS_CLOSED_MESSAGE)
public record ReadinessPolicySpec(
        @JsonPropertyDescription(
                "What happens when a check fails. Observe: it is scored and reported, nothing else. Warn: kubectl "
                        + "warnings and Events too. Enforce: the gates are enforced.")
        @Default("Observe")
        Mode mode,

        @JsonPropertyDescription("The Deployments of this namespace that are governed, by label. {} means all of them.")
        @Required
        Selector selector,

        @JsonPropertyDescription(
                "Standards whose categories and checks are added. A check written here wins over one of the same "
                        + "name there.")
        @KeyedBy("name")
        @Size(max = 20)
        List<StandardRef> standards,

        @JsonPropertyDescription(
                "The groups in which checks are scored. Checks without a category form one of their own.")
        @KeyedBy("name")
        @Size(max = 50)
        List<Category> categories,

        @JsonPropertyDescription("The questions that are asked of every governed Deployment.")
        @KeyedBy("name")
        @Size(max = 200)
        List<CheckSpec> checks,

        @JsonPropertyDescription("How a new revision is let in, and what becomes of one that fails. Left out, as the "
                + "first of its standards says that says it.")
        Rollout rollout,

        @JsonPropertyDescription("Where the lines between the grades and verdicts are.")
        Scoring scoring,

        @JsonPropertyDescription("When people look at this again.")
        Review review,

        @JsonPropertyDescription("What may go wrong, and which check shows that it no longer can.")
        @KeyedBy("name")
        @Size(max = 50)
        List<Risk> risks,

        @JsonPropertyDescription("What people still have to decide, for reports.") @KeyedBy("name") @Size(max = 50)
        List<OpenDecision> decisions,

        @JsonPropertyDescription("Who is told, and of what.") @Atomic @Size(max = 20)
        List<Notification> notifications) {

    public ReadinessPolicySpec {
        mode = requireNonNullElse(mode, Mode.Observe);
        selector = requireNonNull(selector, "selector");
        standards = Copy.of(standards);
        categories = Copy.of(categories);
        checks = Copy.of(checks);
        scoring = requireNonNullElse(scoring, Scoring.DEFAULT);
        risks = Copy.of(risks);
        decisions = Copy.of(decisions);
        notifications = Copy.of(notifications);
    }
}
