package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.Instant;

@ApiType
@JsonClassDescription("The excuse, as it was given once and for all.")
@ValidationRule(
        value = "self == oldSelf",
        message = "spec of a waiver cannot be changed: delete it, and create another one with another name")
@ValidationRule(
        value = "has(self.deployment) != has(self.selector)",
        message = "a waiver is for one deployment or for a selector: give exactly one")
@ValidationRule(
        value = "!has(self.revision) || has(self.deployment)",
        message = "revision needs the deployment it belongs to: give deployment")
public record ReadinessWaiverSpec(
        @JsonPropertyDescription("Name of the check that is excused, as the report has it.")
        @Required
        @Size(min = 1, max = 317)
        @Pattern(Patterns.CHECK)
        String check,

        @JsonPropertyDescription("The Deployment it is excused for.")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.OBJECT_NAME)
        String deployment,

        @JsonPropertyDescription("The Deployments it is excused for, by label; {} means all of the namespace.")
        Selector selector,

        @JsonPropertyDescription(
                "Only this revision of the deployment: its pod-template-hash. Left out, whatever runs.")
        @Size(max = 63)
        @Pattern(Patterns.NAME)
        String revision,

        @JsonPropertyDescription("Why, in a sentence others will understand.") @Required @Size(min = 10, max = 1024)
        String reason,

        @JsonPropertyDescription("From this moment on the check counts again.") @Required
        Instant expires,

        @JsonPropertyDescription("Who sees to it that the check passes by then.") @Size(max = 120)
        String owner,

        @JsonPropertyDescription("Where it is tracked, http or https.") @Size(max = 2048) @Pattern(Patterns.HTTP_URL)
        String link,

        @JsonPropertyDescription(
                "Who excused it. Filled in by the API server from the authenticated request, whatever was sent.")
        Author by) {}
