package dev.readygate.cli.check;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.readygate.checks.manifest.RuleResult;
import dev.readygate.checks.manifest.Sound;
import dev.readygate.facts.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A Deployment that shows one thing, judged by our rules and by those of other tools.
 *
 * @param fails the rules that it is said to break
 */
record ComparedCase(String name, String manifests, Set<String> fails) {
    static final Path FOLDER = Path.of("src/test/resources/peers");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String EVERY_RULE = ManifestSamples.policy("""
            selector: {}
            checks:
            - {name: resources, manifest: {pack: resources}}
            - {name: probes, manifest: {pack: probes}}
            - {name: security, manifest: {pack: security}}
            - {name: availability, manifest: {pack: availability}}
            - {name: images, manifest: {pack: images, params: {registries: [registry.example, "registry.example:5000"]}}}
            - {name: pod-security, manifest: {pack: pod-security}}
            - {name: consistency, manifest: {pack: consistency, params: {requiredLabels: [app]}}}
            """);

    static List<ComparedCase> all() {
        var file = read("deployments.yaml");
        return file.path("cases")
                .valueStream()
                .map(it -> of(it, file.path("everywhere")))
                .toList();
    }

    private static ComparedCase of(JsonNode written, JsonNode everywhere) {
        var changes = ((ObjectNode) everywhere).deepCopy().setAll((ObjectNode) written.path("change"));
        return new ComparedCase(
                written.path("name").asText(),
                manifests(Sound.but(changes)),
                written.path("fails").valueStream().map(JsonNode::asText).collect(toCollection(TreeSet::new)));
    }

    private static String manifests(JsonNode world) {
        return Stream.concat(Corpus.manifests(world), account(world).stream())
                .map(ComparedCase::yaml)
                .collect(joining());
    }

    private static Optional<ObjectNode> account(JsonNode world) {
        return world.path("serviceAccount") instanceof ObjectNode account
                ? Optional.of(account.put("apiVersion", "v1").put("kind", "ServiceAccount"))
                : Optional.empty();
    }

    private static String yaml(ObjectNode manifest) {
        var written = Corpus.withoutNamespace(manifest);
        try {
            return YAML.writeValueAsString(written);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(written.toString(), e);
        }
    }

    static JsonNode read(String file) {
        try {
            return YAML.readTree(FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the rules that the command check finds broken. */
    Set<String> found() {
        return ManifestSamples.only(ManifestSamples.check(manifests, EVERY_RULE)).answers().stream()
                .flatMap(answer -> answer.rules().stream()
                        .filter(it -> it.outcome() != Outcome.Pass)
                        .map(it -> broken(answer, it)))
                .collect(toCollection(TreeSet::new));
    }

    private static String broken(OfflineAnswer answer, RuleResult rule) {
        if (rule.name().isEmpty()) {
            return answer.policy().check();
        }
        return rule.outcome() == Outcome.Fail ? rule.name() : "%s: %s".formatted(rule.name(), rule.message());
    }

    @Override
    public String toString() {
        return name;
    }
}
