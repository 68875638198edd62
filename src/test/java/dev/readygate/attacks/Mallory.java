package dev.readygate.attacks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.testing.App;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import dev.readygate.testing.Shape;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A malicious user who may edit one namespace and has one Deployment in it. */
final class Mallory {
    static final String BAIT = "bait";

    private static final ObjectMapper DEEP = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50_000)
                    .maxNameLength(100_000)
                    .build())
            .build());

    private final Namespace namespace;
    private final KubernetesClient client;
    private final App bait;

    private Mallory(Namespace namespace) {
        this.namespace = namespace;
        this.bait = namespace.deploy(BAIT, Shape.of(1), Release.good("v1"));
        namespace.healthPolicy();
        bait.waitUntilVerified();
        namespace.healthPolicy().waitUntilEnforced();
        this.client = namespace.editor("mallory").client();
    }

    static Mallory in(Namespace namespace) {
        return new Mallory(namespace);
    }

    /** @return the API server's rejection, if there is one */
    Optional<String> tries(Attack attack) {
        var sent = attack.sent();
        var uri = client.getMasterUrl().toString().replaceAll("/$", "") + filled(sent.path(), attack);
        var type = sent.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
        var request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(uri)
                .method(sent.method(), type, filled(sent.body(), attack))
                .build();
        var response = client.getHttpClient().sendAsync(request, byte[].class).join();
        return response.isSuccessful()
                ? Optional.empty()
                : Optional.of(new String(response.body(), StandardCharsets.UTF_8));
    }

    private String filled(String text, Attack attack) {
        var pod = bait.pods().getFirst();
        return Bulk.written(text.replace("${namespace}", namespace.name())
                .replace("${id}", attack.id())
                .replace("${apiserver}", client.getMasterUrl().toString().replaceAll("/$", ""))
                .replace("${pod}", pod.getMetadata().getName())
                .replace("${hash}", pod.getMetadata().getLabels().get("pod-template-hash"))
                .replace(
                        "${replicaset}",
                        pod.getMetadata().getOwnerReferences().getFirst().getName()));
    }

    /** The message about a policy that cannot be used. It may be nested deeper than usual readers allow. */
    Optional<String> policyInvalid(Attack attack) {
        try {
            var path = "/apis/readygate.dev/v1alpha1/namespaces/%s/readinesspolicies/%s";
            var policy = DEEP.readTree(client.raw(path.formatted(namespace.name(), attack.id())));
            return StreamSupport.stream(policy.at("/status/conditions").spliterator(), false)
                    .filter(it -> it.path("reason").asText().equals("InvalidCheck"))
                    .map(it -> it.path("message").asText())
                    .findFirst();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The annotations of the bait. */
    Map<String, String> annotations() {
        return bait.deployment().getMetadata().getAnnotations();
    }

    /** Outcome and message of an attack's check, from the bait's report. */
    Optional<String> said(Attack attack) {
        return bait.status().stream()
                .flatMap(it -> it.checks().stream())
                .filter(it -> it.name().equals(attack.id()))
                .map(it -> it.outcome() + ": " + it.message())
                .findFirst();
    }
}
