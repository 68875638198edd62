package dev.readygate.checks.manifest;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.RolloutScene;
import dev.readygate.checks.kinds.AllChecks;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.Outcome;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * At gate Admit the API server agrees with the operator: the operator compiles all packs and rules of all kinds, the API
 * server gets all manifests of all cases, and it rejects those that a check here fails.
 */
@ExtendWith(ClusterExtension.class)
class AdmitAgreementIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CHECKS = Path.of("src/test/resources/packs/admit.yaml");
    private static final Pattern OBJECTION =
            Pattern.compile("^Warning: .* Deployment (\\S+): check (\\S+) of ReadinessPolicy .*", Pattern.MULTILINE);

    private record CheckObjection(String manifest, String check) {}

    @Test
    void theApiServerObjectsToWhatWeSayFails(Cluster cluster, Namespace shop, @TempDir Path folder) throws IOException {
        var checks = checks();
        shop.policy("agreement", Files.readString(CHECKS))
                .waitUntil(
                        "to warn",
                        it -> it.conditions().stream()
                                .anyMatch(one -> one.type().equals("Admit")
                                        && one.reason().equals("Warning")));
        var file = Files.writeString(folder.resolve("cases.json"), Sound.letInTo(shop.name()));

        var said = askUntilItIsActive(cluster, file);

        var ours = ours(created(said), checks);
        var theirs = objections(said);
        assertThat(without(theirs, ours))
                .as("objections of the API server alone")
                .isEmpty();
        assertThat(without(ours, theirs)).as("objections of ours alone").isEmpty();
        assertThat(ours.stream().map(CheckObjection::check).distinct())
                .as("checks that fail somewhere")
                .hasSizeGreaterThan(20);
    }

    private static List<CheckObjection> without(Set<CheckObjection> all, Set<CheckObjection> some) {
        return all.stream().filter(it -> !some.contains(it)).toList();
    }

    private static List<CheckSpec> checks() throws IOException {
        var written = new YAMLMapper().readTree(CHECKS.toFile()).path("checks");
        return JSON.convertValue(written, new TypeReference<List<JsonNode>>() {}).stream()
                .map(it -> Serialization.unmarshal(it.toString(), CheckSpec.class))
                .toList();
    }

    private static String askUntilItIsActive(Cluster cluster, Path file) {
        return Awaitility.await("the API server to object to anything")
                .until(
                        () -> cluster.run("kubectl", "create", "--dry-run=server", "-o", "json", "-f", file.toString()),
                        it -> objections(it).stream()
                                .anyMatch(one -> one.manifest().equals("case-0")));
    }

    private static Set<CheckObjection> objections(String said) {
        return OBJECTION
                .matcher(said)
                .results()
                .map(it -> new CheckObjection(it.group(1), it.group(2)))
                .collect(toUnmodifiableSet());
    }

    /** As the API server would store them: with all defaults. */
    private static List<JsonNode> created(String said) throws IOException {
        var json = said.lines().filter(it -> !it.startsWith("Warning:")).collect(joining("\n"));
        return JSON.readerFor(JsonNode.class).<JsonNode>readValues(json).readAll();
    }

    private static Set<CheckObjection> ours(List<JsonNode> manifests, List<CheckSpec> checks) {
        assertThat(manifests).hasSizeGreaterThan(100);
        return manifests.stream()
                .flatMap(it -> checks.stream().filter(check -> fails(it, check)).map(check -> objection(it, check)))
                .collect(toUnmodifiableSet());
    }

    private static CheckObjection objection(JsonNode manifest, CheckSpec check) {
        return new CheckObjection(manifest.at("/metadata/name").asText(), check.name());
    }

    /** Without the fields that the operator ignores. */
    private static boolean fails(JsonNode json, CheckSpec check) {
        var seen = (ObjectNode) json.deepCopy();
        seen.remove("status");
        seen.withObject("/metadata").remove("managedFields");
        var manifest = new Manifest(ManifestTexts.plain(seen.toString()), Optional.empty());
        return new RolloutScene().declared(manifest).ask(AllChecks.of(check)).is(Outcome.Fail);
    }
}
