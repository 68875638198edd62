package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

@ApiType
public record JobCheck(
        @JsonPropertyDescription(
                "The Job to run, as in a CronJob's jobTemplate: {spec: {template: ...}}. {{namespace}}, "
                        + "{{deployment}}, {{hash}} and {{newPods}} are filled in.")
        @Required
        ObjectNode template,

        @JsonPropertyDescription("The ServiceAccount it runs under, in the Deployment's namespace.")
        @Default("default")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.OBJECT_NAME)
        String serviceAccountName,

        @JsonPropertyDescription("How long it may run.") @Default("10m")
        ReadinessDuration runAtMost,

        @JsonPropertyDescription("Run it again this often. Left out, once per revision.")
        ReadinessDuration every)
        implements CheckKind {

    public JobCheck {
        template = Documents.bounded(requireNonNull(template, "template"));
        serviceAccountName = requireNonNullElse(serviceAccountName, "default");
        runAtMost = requireNonNullElse(runAtMost, new ReadinessDuration("10m"));
    }
}
