package dev.readygate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody wants, as the API server has it. */
public record Declaration(Deployment deployment) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public boolean isOf(Release release) {
        return Pods.runs(release, deployment.getSpec().getTemplate().getSpec());
    }

    public List<String> managers() {
        return deployment.getMetadata().getManagedFields().stream()
                .map(ManagedFieldsEntry::getManager)
                .toList();
    }

    /** Which fields of the template belong to whom. */
    public Map<String, JsonNode> ownersOfTheTemplate() {
        return deployment.getMetadata().getManagedFields().stream()
                .collect(Collectors.toMap(
                        it -> it.getManager() + " " + it.getOperation() + " " + it.getSubresource(),
                        it -> JSON.convertValue(it.getFieldsV1(), JsonNode.class)
                                .at("/f:spec/f:template")));
    }
}
