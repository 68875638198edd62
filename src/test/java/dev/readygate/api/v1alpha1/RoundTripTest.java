package dev.readygate.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** YAML to records and back: no written field is lost, and reading it again gives the same records. */
class RoundTripTest {

    static Stream<Example> examples() {
        return Example.valid();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void losesNothing(Example example) {
        var written = example.as(JsonNode.class);
        var kept = Serialization.unmarshal(Serialization.asYaml(typed(example)), JsonNode.class);
        assertContains(kept, written, "");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsBackTheSame(Example example) {
        var resource = typed(example);
        CustomResource<?, ?> again = Serialization.unmarshal(Serialization.asYaml(resource), resource.getClass());
        assertThat(again.getSpec()).isEqualTo(resource.getSpec());
        assertThat(again.getStatus()).isEqualTo(resource.getStatus());
    }

    @Test
    void ignoresFieldsThatANewerVersionAdded() {
        var check = Serialization.unmarshal("name: a\nadded: {later: 1}\nhttp: {added: 2}", CheckSpec.class);
        assertThat(check.kind()).isEqualTo(Serialization.unmarshal("{}", HttpCheck.class));
    }

    @Test
    void writesNothingThatIsEmpty() {
        var standard = Serialization.unmarshal("name: a\nwith: {}\nskip: []", StandardRef.class);
        assertThat(Serialization.asJson(standard)).isEqualTo("{\"name\":\"a\"}");
    }

    @Test
    void writesASelectorThatSelectsEverything() {
        var policy = Serialization.unmarshal("spec: {selector: {}}", ReadinessPolicy.class);
        assertThat(Serialization.asYaml(policy)).contains("selector: {}");
    }

    @ParameterizedTest
    @CsvSource({"1, a", "64, a", "65, readygate.dev/refused", "900, readygate.dev/refused"})
    void readsTooDeepADocumentAsANote(int depth, String field) {
        var document = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
        var evidence = Serialization.unmarshal("{\"data\":" + document + "}", ReadinessEvidenceSpec.class);
        assertThat(evidence.data().fieldNames()).toIterable().containsExactly(field);
    }

    static CustomResource<?, ?> typed(Example example) {
        var kind = example.as(GenericKubernetesResource.class).getKind();
        var type = CrdFiles.KINDS.stream()
                .filter(it -> it.getSimpleName().equals(kind))
                .findFirst()
                .orElseThrow();
        return example.as(type);
    }

    private static void assertContains(JsonNode kept, JsonNode written, String path) {
        if (written.isObject()) {
            written.properties()
                    .forEach(it -> assertContains(kept.path(it.getKey()), it.getValue(), path + "." + it.getKey()));
        } else if (written.isArray()) {
            assertThat(kept.size()).as(path).isEqualTo(written.size());
            for (int i = 0; i < written.size(); i++) {
                assertContains(kept.path(i), written.get(i), path + "[" + i + "]");
            }
        } else if (written.isNumber()) {
            assertThat(kept.decimalValue()).as(path).isEqualByComparingTo(written.decimalValue());
        } else if (path.endsWith(".expires")) {
            assertThat(Instant.parse(kept.asText()))
                    .as(path)
                    .isEqualTo(OffsetDateTime.parse(written.asText()).toInstant());
        } else {
            assertThat(kept).as(path).isEqualTo(written);
        }
    }
}
