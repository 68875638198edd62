package dev.readygate.checks.manifest;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.checks.Check;
import dev.readygate.checks.RolloutScene;
import dev.readygate.facts.Outcome;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pack pod-security passes manifests that a namespace with the standard admits, and no others. */
@ExtendWith(ClusterExtension.class)
class PodSecurityIT {
    private static final Map<String, String> RESTRICTED = Map.of("pod-security.kubernetes.io/enforce", "restricted");
    private static final Check PACK = RolloutScene.check("{name: pod-security, manifest: {pack: pod-security}}");

    @Test
    void whatANamespaceThatEnforcesItLetsInPasses(Cluster cluster) {
        try (var namespace = cluster.namespace(RESTRICTED)) {
            namespace.apply("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: cart}");

            var theirs = all().collect(toUnmodifiableMap(it -> it, it -> letsIn(cluster, namespace.name(), it)));

            assertThat(theirs).hasSizeGreaterThan(100).containsValues(true, false);
            assertThat(all().collect(toUnmodifiableMap(it -> it, PodSecurityIT::passes)))
                    .isEqualTo(theirs);
        }
    }

    /** Changes that make a case, of all rules of all packs. */
    private static Stream<JsonNode> all() {
        return Sound.cases()
                .valueStream()
                .flatMap(it -> Stream.concat(
                        it.path("fails").valueStream(), it.path("passes").valueStream()))
                .distinct();
    }

    private static boolean passes(JsonNode changes) {
        var finding = new RolloutScene()
                .declared(ManifestTexts.of(Sound.but(changes)))
                .ask(PACK);
        assertThat(finding.outcome()).isIn(Outcome.Pass, Outcome.Fail);
        return finding.is(Outcome.Pass);
    }

    private static boolean letsIn(Cluster cluster, String namespace, JsonNode changes) {
        try {
            cluster.client()
                    .resource(Serialization.unmarshal(pod(changes), GenericKubernetesResource.class))
                    .inNamespace(namespace)
                    .dryRun()
                    .create();
            return true;
        } catch (KubernetesClientException refused) {
            assertThat(refused).hasMessageContaining("violates PodSecurity \"restricted:latest\"");
            return false;
        }
    }

    private static String pod(JsonNode changes) {
        var pod = (ObjectNode) Sound.but(changes).at("/object/spec/template");
        pod.put("apiVersion", "v1").put("kind", "Pod").withObject("/metadata").put("name", "cart");
        return pod.toString();
    }
}
