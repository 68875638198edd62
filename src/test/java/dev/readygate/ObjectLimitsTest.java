package dev.readygate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.api.v1alpha1.Documents;
import dev.readygate.api.v1alpha1.ReadinessEvidence;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectLimitsTest {
    private static final String EVIDENCE = """
            {"metadata": {"managedFields": [{"fieldsV1": %1$s, "manager": "kubectl"}]}, "spec": {"type": "t", "data": %1$s}}
            """;

    @ParameterizedTest
    @ValueSource(ints = {1, 999, 1001, 9_990})
    void readsEveryDepthThatTheApiServerStores(int depth) {
        assertThat(read("{\"a\":".repeat(depth) + "1" + "}".repeat(depth))).isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50_001, 3_000_000})
    void readsEveryNameThatTheApiServerStores(int length) {
        assertThat(read("{\"" + "n".repeat(length) + "\":1}")).isEqualTo("t");
    }

    /** The SDK copies every object in this way before a reconciliation. */
    @ParameterizedTest
    @ValueSource(ints = {2_000, 9_900})
    void copiesReadObjects(int depth) {
        var serialization = serialization();
        var evidence = serialization.unmarshal(
                EVIDENCE.formatted("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)), ReadinessEvidence.class);

        assertThat(serialization.clone(evidence).getSpec()).isEqualTo(evidence.getSpec());
    }

    /** The client reads events of a watch in this way: without their type at first. */
    @ParameterizedTest
    @ValueSource(ints = {2_000, 9_900})
    void turnsEventsOfAWatchIntoTheirType(int depth) {
        var serialization = serialization();
        var document =
                "{\"apiVersion\": \"a/v1\", \"kind\": \"B\", \"spec\": {\"type\": \"t\", \"list\": [1, 2.5, true, null], \"data\": %s}}"
                        .formatted("{\"a\":".repeat(depth) + "1" + "}".repeat(depth));

        var told = (GenericKubernetesResource) serialization.unmarshal(document, KubernetesResource.class);

        assertThat(told).isEqualTo(serialization.unmarshal(document, GenericKubernetesResource.class));
        assertThat(told.<List<Object>>get("spec", "list")).containsExactly(1, 2.5, true, null);
        var evidence = serialization.convertValue(told, ReadinessEvidence.class).getSpec();
        assertThat(Documents.refusal(evidence.data())).contains("nested deeper than 64 levels");
    }

    @Test
    void dropsFieldOwners() {
        var evidence =
                serialization().unmarshal(EVIDENCE.formatted("{\"f:spec\": {\"f:a\": {}}}"), ReadinessEvidence.class);

        var entry = evidence.getMetadata().getManagedFields().getFirst();
        assertThat(entry.getManager()).isEqualTo("kubectl");
        assertThat(entry.getFieldsV1().getAdditionalProperties()).isEmpty();
    }

    private static String read(String document) {
        return serialization()
                .unmarshal(EVIDENCE.formatted(document), ReadinessEvidence.class)
                .getSpec()
                .type();
    }

    private static KubernetesSerialization serialization() {
        var mapper = new ObjectMapper();
        new ObjectLimits().customize(mapper);
        return new KubernetesSerialization(mapper, true);
    }
}
