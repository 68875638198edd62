package dev.readygate.cluster.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.facts.PodTemplate;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static PodTemplate template(String json) throws Exception {
        return Templates.of(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    @Test
    void areEqualInAnyOrder() throws Exception {
        assertThat(template("{'spec': {'b': [1, 2], 'a': {'d': 1, 'c': 2}}, 'metadata': {'labels': {'x': 'y'}}}"))
                .isEqualTo(
                        template("{'metadata': {'labels': {'x': 'y'}}, 'spec': {'a': {'c': 2, 'd': 1}, 'b': [1, 2]}}"))
                .isNotEqualTo(
                        template("{'metadata': {'labels': {'x': 'y'}}, 'spec': {'a': {'c': 2, 'd': 1}, 'b': [2, 1]}}"));
    }

    @Test
    void areThatOfTheDeploymentAndOfItsReplicaSet() throws Exception {
        assertThat(template("{'metadata': {'creationTimestamp': null, 'labels': {'a': 'b', 'pod-template-hash': '7f'},"
                        + " 'annotations': {'kubectl.kubernetes.io/restartedAt': 'now'}}}"))
                .isEqualTo(template("{'metadata': {'labels': {'a': 'b'}}}"));
    }

    @Test
    void differInAnAnnotation() throws Exception {
        assertThat(template("{'metadata': {'annotations': {'checksum': '1'}}}"))
                .isNotEqualTo(template("{'metadata': {'annotations': {'checksum': '2'}}}"));
    }

    @Test
    void comeBackAsTheyWentIn() throws Exception {
        JsonNode json = new ObjectMapper().readTree("{\"metadata\":{\"labels\":{\"a\":\"b\"}},\"spec\":{\"n\":1.5}}");

        assertThat(Templates.json(Templates.of(json))).isEqualTo(json);
    }
}
