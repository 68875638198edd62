package dev.readygate.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The declared state, as the API server has it. */
public record Declaration(Deployment deployment) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public boolean isOf(Release release) {
        return Pods.runs(release, deployment.getSpec().getTemplate().getSpec());
    }

    /** The Deployment controller has observed it. */
    public boolean isSeen() {
        return Objects.equals(
                deployment.getStatus().getObservedGeneration(),
                deployment.getMetadata().getGeneration());
    }

    public List<String> managers() {
        return deployment.getMetadata().getManagedFields().stream()
                .map(ManagedFieldsEntry::getManager)
                .toList();
    }

    /**
     * All fields that users and their tools wrote, and their own records about them: without status, versions,
     * times, and fields that Kubernetes and Readygate add.
     */
    public JsonNode withoutUs() {
        var object = (ObjectNode) JSON.convertValue(deployment, JsonNode.class);
        var spec = (ObjectNode) object.path("spec");
        spec.remove("paused");
        var seen = JSON.createObjectNode();
        seen.set("spec", spec);
        seen.set("labels", object.at("/metadata/labels"));
        seen.set("annotations", annotations(object.at("/metadata/annotations")));
        seen.set("owners", owners(object.at("/metadata/managedFields")));
        return anywhere(seen);
    }

    private static JsonNode annotations(JsonNode all) {
        return ((ObjectNode) all)
                .remove(List.of("deployment.kubernetes.io/revision", "readygate.dev/held", "readygate.dev/applied-by"));
    }

    private static JsonNode owners(JsonNode all) {
        var owners = JSON.createObjectNode();
        for (var it : all) {
            if (!it.has("subresource")) {
                owners.set(
                        it.path("manager").asText() + " " + it.path("operation").asText(), it.path("fieldsV1"));
            }
        }
        return owners;
    }

    private JsonNode anywhere(JsonNode seen) {
        try {
            return JSON.readTree(
                    seen.toString().replace(deployment.getMetadata().getNamespace(), "anywhere"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The fields of the template by field manager. */
    public Map<String, JsonNode> ownersOfTheTemplate() {
        return deployment.getMetadata().getManagedFields().stream()
                .collect(Collectors.toMap(
                        it -> it.getManager() + " " + it.getOperation() + " " + it.getSubresource(),
                        it -> JSON.convertValue(it.getFieldsV1(), JsonNode.class)
                                .at("/f:spec/f:template")));
    }
}
