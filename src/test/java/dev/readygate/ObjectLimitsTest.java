package dev.readygate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.api.v1alpha1.ReadinessEvidence;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectLimitsTest {
    private static final String EVIDENCE = """
            {"metadata": {"managedFields": [{"fieldsV1": %1$s}]}, "spec": {"type": "t", "data": %1$s}}
            """;

    @ParameterizedTest
    @ValueSource(ints = {1, 999, 1001, 9_990})
    void readsWhateverDepthTheApiServerStores(int depth) {
        assertThat(read("{\"a\":".repeat(depth) + "1" + "}".repeat(depth))).isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50_001, 3_000_000})
    void readsWhateverNameTheApiServerStores(int length) {
        assertThat(read("{\"" + "n".repeat(length) + "\":1}")).isEqualTo("t");
    }

    private static String read(String document) {
        var mapper = new ObjectMapper();
        new ObjectLimits().customize(mapper);
        return new KubernetesSerialization(mapper, true)
                .unmarshal(EVIDENCE.formatted(document), ReadinessEvidence.class)
                .getSpec()
                .type();
    }
}
