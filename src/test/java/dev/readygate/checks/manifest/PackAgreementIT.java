package dev.readygate.checks.manifest;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.readygate.checks.cel.CompiledExpression;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.Outcome;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules over the Deployment alone mean the same to the operator and to the API server: each becomes a
 * ValidatingAdmissionPolicy that gets all manifests of all cases, and rejects those that the operator fails.
 */
@ExtendWith(ClusterExtension.class)
class PackAgreementIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OBJECTION = Pattern.compile(
            "^Warning: Validation failed for ValidatingAdmissionPolicy 'pack-(.+?)' with binding '.+?': (.+)$",
            Pattern.MULTILINE);

    private static final String POLICY = """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicy
            metadata: {name: pack-%1$s}
            spec:
              matchConstraints:
                resourceRules:
                - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}
              validations:
              - {expression: %3$s, messageExpression: string(object.metadata.name)}
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicyBinding
            metadata: {name: pack-%1$s}
            spec:
              policyName: pack-%1$s
              validationActions: [Warn]
              matchResources: {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %2$s}}}
            ---
            """;

    private record RuleObjection(String rule, String manifest) {}

    @Test
    void theApiServerObjectsToWhatWeSayFails(Cluster cluster, Namespace shop, @TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("cases.json"), Sound.letInTo(shop.name()));
        var rules = rulesOfTheDeploymentAlone();
        cluster.apply(rules.stream()
                .map(it -> POLICY.formatted(it.name(), shop.name(), quoted(it)))
                .collect(joining()));

        assertThat(typeWarnings(cluster, rules)).isEmpty();
        var said = askUntilAllAreActive(cluster, file, rules);
        assertThat(objections(said)).isEqualTo(ours(created(said), rules));
    }

    /** Without related objects and parameters. */
    private static List<PackRule> rulesOfTheDeploymentAlone() {
        var rules = PackTest.rules()
                .filter(it -> it.reads().isEmpty() && !it.name().equals(Sound.REFUSED))
                .filter(it -> !demand(it).looksAround())
                .toList();
        assertThat(rules).hasSizeGreaterThan(20);
        return rules;
    }

    private static CheckedRule demand(PackRule rule) {
        return new CheckedRule(
                rule.name(),
                (CompiledExpression) ManifestNames.compiled(rule.expression()),
                Optional.empty(),
                rule.weight(),
                Optional.empty());
    }

    private static String quoted(PackRule rule) {
        return JsonNodeFactory.instance.textNode(rule.expression()).toString();
    }

    /** The warnings of the API server's type checker, once it has checked the expressions. */
    private static List<String> typeWarnings(Cluster cluster, List<PackRule> rules) {
        var policies = cluster.client().resources(ValidatingAdmissionPolicy.class);
        return rules.stream()
                .map(it -> Awaitility.await("type checks of " + it.name())
                        .until(() -> policies.withName("pack-" + it.name()).get(), PackAgreementIT::isChecked))
                .map(it -> it.getStatus().getTypeChecking())
                .filter(it -> it != null)
                .flatMap(it -> it.getExpressionWarnings().stream())
                .map(it -> it.getWarning())
                .toList();
    }

    private static boolean isChecked(ValidatingAdmissionPolicy policy) {
        return policy.getStatus() != null
                && policy.getMetadata()
                        .getGeneration()
                        .equals(policy.getStatus().getObservedGeneration());
    }

    /** Each rule has a manifest that fails it, so one that objects to none is not active yet. */
    private static String askUntilAllAreActive(Cluster cluster, Path file, List<PackRule> rules) {
        var all = rules.stream().map(PackRule::name).collect(toUnmodifiableSet());
        return Awaitility.await("all policies to be active")
                .until(
                        () -> cluster.run("kubectl", "create", "--dry-run=server", "-o", "json", "-f", file.toString()),
                        said -> objections(said).stream()
                                .map(RuleObjection::rule)
                                .collect(toUnmodifiableSet())
                                .equals(all));
    }

    private static Set<RuleObjection> objections(String said) {
        return OBJECTION
                .matcher(said)
                .results()
                .map(it -> new RuleObjection(it.group(1), it.group(2)))
                .collect(toUnmodifiableSet());
    }

    /** As the API server would store them: with all defaults. */
    private static List<JsonNode> created(String said) throws IOException {
        var json = said.lines().filter(it -> !it.startsWith("Warning:")).collect(joining("\n"));
        return JSON.readerFor(JsonNode.class).<JsonNode>readValues(json).readAll();
    }

    private static Set<RuleObjection> ours(List<JsonNode> manifests, List<PackRule> rules) {
        assertThat(manifests).hasSizeGreaterThan(100);
        return manifests.stream()
                .flatMap(it -> rules.stream().filter(rule -> fails(it, rule)).map(rule -> objection(it, rule)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static RuleObjection objection(JsonNode manifest, PackRule rule) {
        return new RuleObjection(rule.name(), manifest.at("/metadata/name").asText());
    }

    private static boolean fails(JsonNode json, PackRule rule) {
        var manifest = new Manifest(ManifestTexts.plain(json.toString()), Optional.empty());
        return demand(rule).rule(manifest, ManifestNames.values(manifest, null)).is(Outcome.Fail);
    }
}
