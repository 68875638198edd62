package dev.readygate.cli.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.cli.plan.Caller;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Optional;

/** Asks the API server for the user name and groups of the caller, like {@code kubectl auth whoami}. */
public final class Whoami {
    private static final String KIND = "SelfSubjectReview";
    private static final String GROUP = "authentication.k8s.io/v1";

    private Whoami() {}

    /** Empty if the API server does not say: then the command predicts nothing, and the operator decides. */
    public static Optional<Caller> ask(Session session) {
        try {
            var answer = session.client()
                    .raw(
                            "/apis/%s/selfsubjectreviews".formatted(GROUP),
                            "POST",
                            Map.of("apiVersion", GROUP, "kind", KIND));
            return person(new ObjectMapper().readTree(answer).at("/status/userInfo"));
        } catch (KubernetesClientException | JsonProcessingException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Caller> person(JsonNode info) {
        return Optional.of(info.path("username").asText())
                .filter(it -> !it.isEmpty())
                .map(it -> new Caller(
                        it,
                        info.path("groups").valueStream().map(JsonNode::asText).toList()));
    }
}
