package dev.readygate.cli;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.ManifestCheck.ManifestPack;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.checks.manifest.Pack;
import dev.readygate.checks.manifest.PackRule;
import dev.readygate.cli.check.Corpus;
import dev.readygate.cli.command.Readygate;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command check and the operator agree on the same manifest: check by check, rule by rule. */
@ExtendWith(ClusterExtension.class)
class CheckAgreementIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String OWN = """
            - name: own
              manifest:
                params: {most: 10}
                rules:
                - {name: patient, expression: object.spec.template.spec.terminationGracePeriodSeconds >= 30}
                - {name: pulled, expression: "object.spec.template.spec.containers.all(c, c.imagePullPolicy == 'IfNotPresent')"}
                - {name: scaled, expression: "hpas.all(h, h.spec.minReplicas >= 1 && h.spec.maxReplicas <= params.most)"}
                - {name: internal, expression: "services.all(s, s.spec.type == 'ClusterIP' && s.spec.ports.all(p, p.protocol == 'TCP'))"}
                - {name: both-ways, expression: "networkPolicies.all(n, n.spec.policyTypes.size() == 2)"}
                - {name: account, expression: "serviceAccount.metadata.name == object.spec.template.spec.?serviceAccountName.orValue('default')"}
                - {name: small, expression: "object.spec.template.spec.containers.all(c, quantity(c.resources.limits.memory).isLessThan(quantity('1Gi')))"}
            - name: impossible
              manifest: {expression: object.spec.nothing.at.all == 1}
            - name: misspelt
              manifest: {expression: object.spec.replicas >}
            """;

    @TempDir
    private Path folder;

    /** The result of one check. */
    private record CheckLine(String outcome, String value, String message) {}

    @Test
    void onEveryRuleOfEveryManifest(Cluster cluster, Namespace shop) {
        var policy = write("policy", policy());
        var places = Corpus.files().stream()
                .collect(toMap(Function.identity(), it -> cluster.unobserved("check-" + name(it))));
        places.forEach((file, place) -> apply(place, file, policy));
        var broken = Corpus.broken();
        apply(shop, write("all", String.join("\n---\n", broken.values())), policy);

        var soft = new SoftAssertions();
        places.forEach((file, place) -> compare(soft, place, inProcess(file, policy, place)));
        broken.forEach((rule, text) -> {
            var said = inProcess(write(rule, text), policy, shop);
            soft.assertThat(outcomes(said, rule)).as("what breaks %s", rule).contains("Fail");
            compare(soft, shop, said);
        });
        places.values().forEach(Namespace::close);
        soft.assertAll();
    }

    @Test
    void asItIsTypedInAShell(Namespace shop) {
        var terminal = Terminal.in(shop, folder).with("KUBECONFIG", "/nowhere");
        var policy = write("policy", policy());

        Corpus.files().stream().limit(3).forEach(file -> {
            var typed = terminal.type("cat %s | readygate check -f - --policy %s -n %s -o json --fail-on any"
                    .formatted(file.toAbsolutePath(), policy, shop.name()));

            assertThat(typed.code()).as(typed.toString()).isEqualTo(1);
            assertThat(tree(typed.output().replace("\"stdin\"", "\"%s\"".formatted(file))))
                    .isEqualTo(inProcess(file, policy, shop));
        });
    }

    /** Each pack as a whole, each of its rules as a check of its own, and some checks on defaulted fields. */
    private static String policy() {
        var checks = Stream.of(ManifestPack.values())
                .map(Pack::of)
                .flatMap(it -> Stream.concat(
                        Stream.of(check(it.name(), it, List.of())),
                        it.rules().stream().map(rule -> check(alone(it, rule), it, others(it, rule)))))
                .collect(joining());
        return """
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessPolicy
                metadata: {name: packs}
                spec:
                  selector: {}
                  checks:
                """ + (checks + OWN).indent(2);
    }

    private static String alone(Pack pack, PackRule rule) {
        return pack.name() + "-" + rule.name();
    }

    private static List<String> others(Pack pack, PackRule rule) {
        return pack.rules().stream()
                .map(PackRule::name)
                .filter(it -> !it.equals(rule.name()))
                .toList();
    }

    private static String check(String name, Pack pack, List<String> skipped) {
        var params = switch (pack.name()) {
            case "images" -> ", params: {registries: [registry.example]}";
            case "consistency" -> ", params: {requiredLabels: [app]}";
            default -> "";
        };
        return "- {name: %s, manifest: {pack: %s, skip: %s%s}}\n".formatted(name, pack.name(), skipped, params);
    }

    /** Runs the command line in this process. */
    private static JsonNode inProcess(Path file, Path policy, Namespace place) {
        var out = new StringWriter();
        var errors = new StringWriter();
        var arguments = "check -f %s --policy %s -n %s -o json --fail-on any"
                .formatted(file, policy, place.name())
                .split(" ");
        int code = Readygate.commandLine(arguments)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
        assertThat(code).as("%s: %s", file, errors).isEqualTo(1);
        return tree(out.toString());
    }

    private static void compare(SoftAssertions soft, Namespace place, JsonNode said) {
        assertThat(said.path("deployments")).isNotEmpty();
        said.path("deployments").forEach(it -> {
            var reported = reported(place, it.path("name").asText());
            soft.assertThat(checks(it))
                    .as("%s in %s", it.path("name"), place.name())
                    .isEqualTo(reported);
            it.path("checks").forEach(check -> compareRules(soft, check, reported));
        });
    }

    /** The rows of a pack agree with the operator's result for each of its rules as a check of its own. */
    private static void compareRules(SoftAssertions soft, JsonNode check, Map<String, CheckLine> reported) {
        var pack = check.path("name").asText();
        check.path("rules").forEach(it -> {
            var alone = reported.get(pack + "-" + it.path("name").asText());
            if (alone != null) {
                soft.assertThat(it.path("outcome").asText())
                        .as("rule %s of %s", it.path("name"), pack)
                        .isEqualTo(alone.outcome());
            }
        });
    }

    private static Map<String, CheckLine> checks(JsonNode deployment) {
        return deployment
                .path("checks")
                .valueStream()
                .collect(toMap(
                        it -> it.path("name").asText(),
                        it -> new CheckLine(
                                it.path("outcome").asText(),
                                it.path("value").asText(),
                                it.path("message").asText())));
    }

    private static Map<String, CheckLine> reported(Namespace place, String app) {
        var name = place.app(app);
        name.waitUntilReported("every check to be answered", CheckAgreementIT::isAnswered);
        return name.status().orElseThrow().checks().stream()
                .collect(toMap(
                        CheckResult::name,
                        it -> new CheckLine(
                                it.outcome().name(), Objects.requireNonNullElse(it.value(), ""), it.message())));
    }

    private static boolean isAnswered(ReadinessReportStatus status) {
        return !status.checks().isEmpty()
                && status.checks().stream().noneMatch(it -> it.outcome() == CheckOutcome.Unknown);
    }

    private static List<String> outcomes(JsonNode said, String rule) {
        return said.at("/deployments/0/checks")
                .valueStream()
                .flatMap(it -> it.path("rules").valueStream())
                .filter(it -> it.path("name").asText().equals(rule))
                .map(it -> it.path("outcome").asText())
                .toList();
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name + ".yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void apply(Namespace place, Path file, Path policy) {
        place.cluster()
                .run(
                        "kubectl",
                        "apply",
                        "--server-side",
                        "-n",
                        place.name(),
                        "-f",
                        policy.toString(),
                        "-f",
                        file.toString());
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("\\..*", "");
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
