package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

@ApiType
@ValidationRule(
        value = "has(self.namespace) || has(self.name)",
        message = "give namespace or name of the other Deployment: without either it would ask about itself")
public record VerifiedCheck(
        @JsonPropertyDescription(
                "The other Deployment's namespace; the installation must allow to look there. Left out, the same "
                        + "namespace.")
        @Size(max = 63)
        @Pattern(Patterns.NAME)
        String namespace,

        @JsonPropertyDescription("The other Deployment's name. Left out, the same name.")
        @Size(max = 253)
        @Pattern(Patterns.OBJECT_NAME)
        String name,

        @JsonPropertyDescription(
                "It may have been verified there at most this long ago. Left out, the images must be the verified "
                        + "ones now.")
        ReadinessDuration maxAge)
        implements CheckKind {}
