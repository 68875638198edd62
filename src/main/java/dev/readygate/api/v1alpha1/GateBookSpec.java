package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        Map<String, String> deployments,

        @JsonPropertyDescription(
                "By name of the Deployment: UID, deny or warn, and why gate Admit is shut now, separated by |.")
        @Atomic
        Map<String, String> closed,

        @JsonPropertyDescription(
                "By name of the Deployment: the pod template of its baseline, which gate Start never holds. Empty where "
                        + "the book had no room for it.")
        @Atomic
        Map<String, ObjectNode> baselines,

        @JsonPropertyDescription(
                "By name of the Deployment: the pod template that is refused while the baseline is being restored.")
        @Atomic
        Map<String, ObjectNode> refused) {

    public GateBookSpec {
        deployments = Copy.of(deployments);
        closed = Copy.of(closed);
        baselines = Copy.of(baselines);
        refused = Copy.of(refused);
    }

    public GateBookSpec(String operator, Map<String, String> deployments) {
        this(operator, deployments, Map.of(), Map.of(), Map.of());
    }
}
