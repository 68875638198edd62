package dev.readygate.attacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One attack by a user with the ClusterRole edit in one namespace, from a file of attacks.
 *
 * @param id names the objects it creates, and its check
 */
record Attack(String id, JsonNode written) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String POLICIES = "/apis/readygate.dev/v1alpha1/namespaces/${namespace}/readinesspolicies";

    /** The attacks of one file, in its order. */
    static Stream<Attack> in(String file) {
        try (var stream = Attack.class.getResourceAsStream("/attacks/" + file + ".yaml")) {
            var all = YAML.readTree(stream);
            return StreamSupport.stream(all.spliterator(), false).flatMap(Attack::each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The expected result of a repeated attack is that of its last attempt. */
    private static Stream<Attack> each(JsonNode written) {
        var id = slug(written.required("attack").asText());
        int times = written.path("times").asInt(1);
        var others = ((ObjectNode) written.deepCopy()).put("harmless", "there is room for it");
        others.remove(List.of("invalid", "said", "refused"));
        return IntStream.rangeClosed(1, times)
                .mapToObj(it -> it == times ? new Attack(id, written) : new Attack(id + "-" + it, others));
    }

    /** One of several copies. */
    Attack numbered(int number) {
        return new Attack(id + "-" + number, written);
    }

    private static String slug(String words) {
        var name = words.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return name.length() <= 63 ? name : name.substring(0, 63).replaceAll("-$", "");
    }

    /** The request to the API server. */
    record Sent(String method, String path, String body) {}

    Sent sent() {
        if (written.has("request")) {
            var request = written.get("request");
            return new Sent(
                    request.required("method").asText(),
                    request.required("path").asText(),
                    request.has("body") ? request.get("body").toString() : "");
        }
        return written.has("object") ? object((ObjectNode) written.get("object").deepCopy()) : policy();
    }

    private Sent object(ObjectNode object) {
        boolean ours = !object.has("apiVersion");
        if (ours) {
            object.put("apiVersion", "readygate.dev/v1alpha1");
        }
        object.withObjectProperty("metadata").put("name", id);
        var group = ours ? "readygate.dev/v1alpha1" : object.get("apiVersion").asText();
        var kind = object.required("kind").asText().toLowerCase(java.util.Locale.ROOT);
        return new Sent("POST", "/apis/%s/namespaces/${namespace}/%ss".formatted(group, kind), object.toString());
    }

    /** A policy for the bait that enforces nothing: the attack is in its check. */
    private Sent policy() {
        var policy = YAML.createObjectNode();
        policy.put("apiVersion", "readygate.dev/v1alpha1");
        policy.put("kind", "ReadinessPolicy");
        policy.putObject("metadata").put("name", id);
        var spec = policy.putObject("spec");
        spec.put("mode", "Observe");
        spec.putObject("selector").putObject("matchLabels").put("app", Mallory.BAIT);
        if (written.has("check")) {
            spec.putArray("checks").addObject().put("name", id).setAll((ObjectNode) written.get("check"));
        }
        if (written.has("spec")) {
            spec.setAll((ObjectNode) written.get("spec"));
        }
        return new Sent("POST", POLICIES, policy.toString());
    }

    /** The expected result: {@code refused}, {@code invalid}, {@code said} or {@code harmless}. */
    String kind() {
        return Stream.of("refused", "invalid", "said", "harmless")
                .filter(written::has)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " does not say what must come of it"));
    }

    boolean isRefused() {
        return kind().equals("refused");
    }

    /** The expected message. */
    String words() {
        return written.get(kind()).asText();
    }

    @Override
    public String toString() {
        return written.get("attack").asText();
    }
}
