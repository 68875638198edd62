package dev.readygate.cluster.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.cluster.facts.Templates;
import org.junit.jupiter.api.Test;

/** A user's template moves from the Deployment into the GateBook and back. */
class DeclaredTemplateTest {
    private static final String RESTARTED =
            "{'metadata': {'labels': {'app': 'cart'}, 'annotations': {'kubectl.kubernetes.io/restartedAt': 'noon'}},"
                    + " 'spec': {'containers': [{'name': 'app', 'new': 1.5}]}}";
    private static final String PLAIN =
            "{'metadata': {'labels': {'app': 'cart'}}, 'spec': {'containers': [{'name': 'app', 'new': 1.5}]}}";

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode deployment(String template) {
        return json("{'metadata': {'managedFields': [{'manager': 'gitops', 'fieldsV1': {'f:spec': {'f:template':"
                + " {'f:spec': {}}}}}]}, 'spec': {'template': %s}}".formatted(template));
    }

    @Test
    void comesBackAsItWas() {
        assertThat(DeclaredTemplate.template(DeclaredTemplate.of(deployment(PLAIN), 3)))
                .isEqualTo(json(PLAIN));
        assertThat(DeclaredTemplate.template(DeclaredTemplate.of(deployment(RESTARTED), 3)))
                .isEqualTo(json(RESTARTED));
    }

    @Test
    void isInTheBookAsThePoliciesCompareIt() {
        var kept = Templates.json(DeclaredTemplate.of(deployment(RESTARTED), 3).template());

        assertThat(kept.at("/metadata")).isEqualTo(json("{'labels': {'app': 'cart'}}"));
        assertThat(kept.at("/spec")).isEqualTo(json(PLAIN).at("/spec"));
    }

    @Test
    void isReadAsItWasWritten() {
        var refused = DeclaredTemplate.of(deployment(RESTARTED), 3);

        assertThat(DeclaredTemplate.read(Templates.json(refused.template()))).isEqualTo(refused);
        assertThat(refused.number()).isEqualTo(3);
        assertThat(DeclaredTemplate.owners(refused)).isEqualTo(deployment(PLAIN).at("/metadata/managedFields"));
    }

    @Test
    void anotherClientsEntryHasNoOwnersAndNoNumber() {
        var foreign = DeclaredTemplate.read((ObjectNode) json(PLAIN));

        assertThat(DeclaredTemplate.owners(foreign)).isEmpty();
        assertThat(foreign.number()).isZero();
        assertThat(DeclaredTemplate.template(foreign)).isEqualTo(json(PLAIN));
    }
}
