package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.Map;

@ApiType
@JsonClassDescription(
        "The book. One line per governed Deployment, so that the API server reads it fast whatever its " + "size.")
public record GateBookSpec(
        @JsonPropertyDescription("The user name of the operator that writes it.") @Required @Size(min = 1, max = 1024)
        String operator,

        @JsonPropertyDescription("By name of the Deployment: UID, gates, verified hashes and hold, separated by |.")
        @Atomic
        Map<String, String> deployments) {

    public GateBookSpec {
        deployments = Copy.of(deployments);
    }
}
