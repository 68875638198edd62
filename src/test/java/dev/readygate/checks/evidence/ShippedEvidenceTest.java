package dev.readygate.checks.evidence;

import static dev.readygate.checks.EvidenceSamples.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.EvidenceCheck;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.checks.EvidenceSamples;
import dev.readygate.facts.Outcome;
import dev.readygate.policy.Policy;
import dev.readygate.policy.PolicyCheck;
import dev.readygate.policy.Resolving;
import dev.readygate.policy.ShippedStandards;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence as a standard's action advises it passes the check. */
class ShippedEvidenceTest {
    private static final Pattern COMMAND = Pattern.compile("kubectl readygate evidence ([a-z0-9-]+) (.+)$");
    private static final Pattern PAIR = Pattern.compile("([A-Za-z0-9]+)=([^ ]+)");

    /** Data that importers read from passing files. */
    private static final Map<String, Map<String, Object>> FILES = Map.of(
            "--junit", Map.of("total", 1763, "passed", 1763, "failed", 0, "errors", 0, "skipped", 0),
            "--jacoco", Map.of("line", 74.2, "branch", 61.0),
            "--sarif", Map.of("critical", 0, "high", 0, "medium", 3, "low", 1),
            "--k6", Map.of("rps", 1450.5, "p95", 180, "p99", 620, "errorRate", 0.001, "vus", 1000));

    record ShippedCheck(CheckSpec spec, EvidenceCheck asked) {
        Optional<MatchResult> command() {
            return COMMAND.matcher(spec.action()).results().findFirst();
        }

        @Override
        public String toString() {
            return spec.name();
        }
    }

    static Stream<ShippedCheck> wanted() {
        return ShippedStandards.NAMES.stream()
                .flatMap(it -> checks(it).stream())
                .filter(it -> it.kind() instanceof EvidenceCheck)
                .map(it -> new ShippedCheck(it, (EvidenceCheck) it.kind()));
    }

    private static List<CheckSpec> checks(String standard) {
        var spec = Serialization.unmarshal(
                "---\n{selector: {}, standards: [{name: %s}]}".formatted(standard), ReadinessPolicySpec.class);
        var policy = new Policy(new PolicyRef("ReadinessPolicy", "shop", 1L), "uid", Instant.EPOCH, spec);
        return Resolving.of(policy, new ShippedStandards()).checks().stream()
                .filter(it -> it.mistake().isEmpty())
                .map(PolicyCheck::spec)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("wanted")
    void passesWhenItIsStatedAsTheActionSays(ShippedCheck wanted) {
        var command = wanted.command().orElseThrow();
        var said = evidence().with(data(command.group(2)));

        assertThat(command.group(1)).isEqualTo(wanted.asked().type());
        assertThat(judged(wanted, command.group(2).contains("--outcome Pass") ? said : said.withoutOutcome()))
                .isEqualTo(Outcome.Pass);
    }

    @ParameterizedTest
    @MethodSource("wanted")
    void isNotKnownWhenNothingIsSaid(ShippedCheck wanted) {
        assertThat(judged(wanted, evidence().withoutOutcome())).isNotEqualTo(Outcome.Pass);
    }

    private static Outcome judged(ShippedCheck wanted, EvidenceSamples said) {
        return EvidenceRule.of(wanted.asked()).judge(said.fact()).outcome();
    }

    private static Map<String, Object> data(String arguments) {
        var data = new LinkedHashMap<String, Object>();
        FILES.forEach((flag, read) -> {
            if (arguments.contains(flag)) {
                data.putAll(read);
            }
        });
        PAIR.matcher(arguments).results().forEach(it -> data.put(it.group(1), value(it.group(2))));
        return data;
    }

    private static Object value(String text) {
        return text.matches("true|false")
                ? Boolean.valueOf(text)
                : text.matches("[0-9.]+") ? Double.valueOf(text) : text;
    }
}
