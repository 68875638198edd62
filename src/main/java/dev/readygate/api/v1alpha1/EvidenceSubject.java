package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

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

        @JsonPropertyDescription("The image, best with its digest: registry/app@sha256:... holds for that digest only.")
        @Size(min = 1, max = 512)
        @Pattern(Patterns.IMAGE)
        String image,

        @JsonPropertyDescription("The commit, abbreviated or in full.") @Size(max = 64) @Pattern(Patterns.COMMIT)
        String commit) {}
