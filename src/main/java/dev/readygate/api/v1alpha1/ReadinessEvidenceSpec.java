package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.Instant;

@ApiType
@JsonClassDescription("The fact, as it was stated once and for all.")
@ValidationRule(
        value = "self == oldSelf",
        message = "spec of evidence cannot be changed: delete it, and create another one with another name")
@ValidationRule(
        value = "has(self.outcome) || has(self.data)",
        message = "evidence states something: give outcome, data or both")
public record ReadinessEvidenceSpec(
        @JsonPropertyDescription("What kind of fact it is; a check asks for it by this name, for example unit-tests.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Patterns.NAME)
        String type,

        @JsonPropertyDescription(
                "What it is about. A check counts it only for Deployments and revisions that fit everything named "
                        + "here.")
        @Required
        EvidenceSubject about,

        @JsonPropertyDescription("What came out. May be left out when the check decides from data.")
        EvidenceOutcome outcome,

        @JsonPropertyDescription(
                "Numbers and facts for checks to look at, for example {total: 1763, failed: 44, coverage: 71.2}.")
        ObjectNode data,

        @JsonPropertyDescription("Where the details are, http or https.") @Size(max = 2048) @Pattern(Patterns.HTTP_URL)
        String link,

        @JsonPropertyDescription("A remark, for example why somebody agreed.") @Size(max = 1024)
        String note,

        @JsonPropertyDescription("It does not count from this moment on.")
        Instant expires,

        @JsonPropertyDescription(
                "Who stated it. Filled in by the API server from the authenticated request, whatever was sent.")
        Author by) {

    public ReadinessEvidenceSpec {
        data = Documents.bounded(data);
    }

    public enum EvidenceOutcome {
        Pass,
        Fail
    }

    @ApiType
    @ValidationRule(
            value = "has(self.deployment) || has(self.image) || has(self.commit)",
            message = "about is empty: give at least one of deployment, image, commit")
    @ValidationRule(
            value = "!has(self.revision) || has(self.deployment)",
            message = "revision needs the deployment it belongs to: give deployment")
    public record EvidenceSubject(
            @JsonPropertyDescription("Name of the Deployment.") @Size(min = 1, max = 253) @Pattern(Patterns.OBJECT_NAME)
            String deployment,

            @JsonPropertyDescription(
                    "Only this revision of the deployment: its pod-template-hash, or generation-N while it waits at gate Start.")
            @Size(max = 63)
            @Pattern(Patterns.NAME)
            String revision,

            @JsonPropertyDescription(
                    "The image, best with its digest: registry/app@sha256:... holds for that digest only.")
            @Size(min = 1, max = 512)
            @Pattern(Patterns.IMAGE)
            String image,

            @JsonPropertyDescription("The commit, abbreviated or in full.") @Size(max = 64) @Pattern(Patterns.COMMIT)
            String commit) {}
}
