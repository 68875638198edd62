package dev.readygate.cli.check;

import static dev.readygate.cli.check.ManifestSamples.CART;
import static dev.readygate.cli.check.ManifestSamples.answer;
import static dev.readygate.cli.check.ManifestSamples.asking;
import static dev.readygate.cli.check.ManifestSamples.check;
import static dev.readygate.cli.check.ManifestSamples.only;
import static dev.readygate.cli.check.ManifestSamples.packs;
import static dev.readygate.cli.check.ManifestSamples.policy;
import static dev.readygate.cli.check.ManifestSamples.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.checks.FindingReason;
import dev.readygate.checks.manifest.RuleResult;
import dev.readygate.cli.check.Checked.SkippedCheck;
import dev.readygate.facts.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfflineChecksTest {
    private static final String TWO = "{expression: object.spec.replicas >= 2, message: Run two}";

    @Test
    void withoutPolicyAndPackAllPacksAreAskedAndThatIsSaid() {
        var outcomes = check(CART);

        assertThat(only(outcomes).answers())
                .extracting(it -> it.policy().check())
                .containsExactly(
                        "resources", "probes", "security", "availability", "images", "pod-security", "consistency");
        assertThat(outcomes.notes()).singleElement().asString().startsWith("neither a policy nor --pack was given");
        assertThat(outcomes.fails(FailureLimit.blocking)).isTrue();
    }

    @Test
    void manifestChecksOfThePolicyAreAnsweredAndOthersAreNot() {
        var outcomes = check(CART, policy("""
                selector: {matchLabels: {app: cart}}
                checks:
                - {name: healthy, http: {path: /health}}
                - {name: two, required: true, manifest: %s}
                """.formatted(TWO)));

        var two = answer(outcomes, "two");
        assertThat(two.finding().outcome()).isEqualTo(Outcome.Fail);
        assertThat(two.finding().message()).isEqualTo("Run two");
        assertThat(two.finding().value().seen()).isEqualTo("false");
        assertThat(two.rules()).extracting(RuleResult::message).containsExactly("Run two");
        assertThat(only(outcomes).answers()).hasSize(1);
        assertThat(only(outcomes).notAsked()).containsExactly(new SkippedCheck("healthy", "http", "posture"));
        assertThat(outcomes.notes()).isEmpty();
    }

    @Test
    void everyOtherKindIsNotAsked() {
        var outcomes = check(CART, policy("""
                selector: {}
                checks:
                - {name: a, http: {path: /}}
                - {name: b, tcp: {port: 80}}
                - {name: c, grpc: {port: 80}}
                - {name: d, metric: {query: up, max: 1}}
                - {name: e, slo: {objective: 99%, window: 30d, ratio: {errors: a, total: b}}}
                - {name: f, compare: {query: up, window: 5m, maxRatio: 2}}
                - {name: g, evidence: {type: tests}}
                - {name: h, approval: {count: 1}}
                - {name: i, job: {template: {spec: {}}}}
                - {name: j, verified: {namespace: staging}}
                - {name: k, dora: {metric: DeploymentFrequency, minPerDay: 1}}
                - {name: l, window: {zone: Europe/Berlin}}
                """));

        assertThat(only(outcomes).notAsked())
                .extracting(SkippedCheck::kind)
                .containsExactly(
                        "http",
                        "tcp",
                        "grpc",
                        "metric",
                        "slo",
                        "compare",
                        "evidence",
                        "approval",
                        "job",
                        "verified",
                        "dora",
                        "window");
        assertThat(only(outcomes).answers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Observe, false,       , false",
        "Observe, true,        , true",
        "Observe, false,  Start, false",
        "Warn,    false,  Start, false",
        "Enforce, false,  Start, true",
        "Enforce, false,       , false"
    })
    void checksThatWouldStopAReleaseAreBlocking(String mode, boolean required, String gate, boolean blocking) {
        var outcomes = check(
                CART, policy("""
                mode: %s
                selector: {}
                checks:
                - {name: two, required: %s, %s manifest: %s}
                """.formatted(mode, required, gate == null ? "" : "gate: %s,".formatted(gate), TWO)));

        assertThat(answer(outcomes, "two").policy().blocking()).isEqualTo(blocking);
        assertThat(outcomes.fails(FailureLimit.blocking)).isEqualTo(blocking);
        assertThat(outcomes.fails(FailureLimit.any)).isTrue();
        assertThat(outcomes.fails(FailureLimit.never)).isFalse();
    }

    @Test
    void keptRulesFailNothing() {
        var outcomes = check(CART, asking("{expression: object.spec.replicas == 1}"));

        assertThat(outcomes.fails(FailureLimit.any)).isFalse();
        assertThat(rules(outcomes))
                .singleElement()
                .extracting(RuleResult::message)
                .isEqualTo("");
    }

    @Test
    void aCheckThatCannotBeEvaluatedNeverPasses() {
        var outcomes = check(CART, asking("{expression: object.spec.foo.bar}"));

        assertThat(answer(outcomes, "it").finding().outcome()).isEqualTo(Outcome.Error);
        assertThat(outcomes.fails(FailureLimit.any)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "{expression: 'object.spec.replicas >'}"      | expression is no valid expression
            "{pack: images, skip: [nothing]}"             | skip names nothing, which is no rule of pack images
            """)
    void aCheckThatMeansNothingIsAnError(String manifest, String sentence) {
        var answer = answer(check(CART, asking(manifest)), "it");

        assertThat(answer.finding().reason()).isEqualTo(FindingReason.InvalidCheck);
        assertThat(answer.rules()).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Outcome.Error);
            assertThat(it.message()).startsWith(sentence);
        });
        assertThat(answer.id(answer.rules().getFirst())).isEqualTo("it");
    }

    @Test
    void standardsArePulledInWithTheirParameters() {
        var standard = """
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessStandard
                metadata: {name: house}
                spec:
                  title: House
                  parameters: [{name: least, type: Number}]
                  checks:
                  - {name: least, manifest: {expression: "object.spec.replicas >= {{least}}"}}
                  - {name: asked, http: {path: "/{{least}}"}}
                """;
        var using = policy("{selector: {}, standards: [{name: house, with: {least: '1'}}]}");
        var without = policy("{selector: {}, standards: [{name: house}]}");

        assertThat(answer(check(CART, standard, using), "least").finding().outcome())
                .isEqualTo(Outcome.Pass);
        assertThat(answer(check(CART, standard, without), "least").finding().message())
                .startsWith("standard house needs a value for parameter least");
        assertThat(only(check(CART, standard, without)).notAsked())
                .extracting(SkippedCheck::check)
                .containsExactly("asked");
        var missing = answer(check(CART, using), "standard/house");
        assertThat(missing.finding().message()).startsWith("there is no ReadinessStandard house");
        assertThat(missing.policy().blocking()).isTrue();
    }

    @Test
    void policiesThatContradictEachOtherAreBothAsked() {
        var other = asking(TWO).replace("name: posture", "name: other");

        var outcomes = check(CART, asking("{expression: object.spec.replicas == 1}"), other);

        var answer = answer(outcomes, "it");
        assertThat(answer.finding().outcome()).isEqualTo(Outcome.Fail);
        assertThat(answer.rules())
                .extracting(RuleResult::outcome)
                .containsExactlyInAnyOrder(Outcome.Pass, Outcome.Fail);
        assertThat(answer.policy().by()).isEqualTo("other, posture");
    }

    @Test
    void packsAreAskedBesides() {
        var outcomes = packs(List.of("images", "images"), Set.of("image-digest"), CART, asking(TWO));

        assertThat(only(outcomes).answers())
                .extracting(it -> it.policy().check())
                .containsExactly("images", "it");
        assertThat(answer(outcomes, "images").finding().outcome()).isEqualTo(Outcome.Pass);
        assertThat(answer(outcomes, "images").policy().by()).isEmpty();
        assertThat(answer(outcomes, "images").policy().blocking()).isTrue();
        assertThat(outcomes.notes()).isEmpty();
    }

    @Test
    void packsAndRulesThatAreNotThereAreSaid() {
        assertThatThrownBy(() -> packs(List.of("imags"), Set.of(), CART))
                .isInstanceOf(UnreadableInput.class)
                .hasMessage("there is no pack imags; there are resources, probes, security, availability, images,"
                        + " pod-security, consistency");
        assertThatThrownBy(() -> packs(List.of("images"), Set.of("non-root"), CART))
                .isInstanceOf(UnreadableInput.class)
                .hasMessage("--skip names non-root, which is no rule of these packs");
    }

    @Test
    void policiesFromFilesOfTheirOwnCountToo() {
        var given = new OfflineChecks(
                ManifestSamples.offline(CART).manifests(),
                List.of(new InputText("policy.yaml", asking(TWO), true)),
                Optional.empty(),
                "default",
                ManifestSamples.NOW);

        assertThat(answer(given.outcomes(), "it").finding().outcome()).isEqualTo(Outcome.Fail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deployment: cart, expires: 2026-03-02T00:00:00Z                        | Waived
            selector: {matchLabels: {app: cart}}, expires: 2026-03-02T00:00:00Z    | Waived
            deployment: cart, expires: 2026-02-28T00:00:00Z                        | Fail
            deployment: till, expires: 2026-03-02T00:00:00Z                        | Fail
            deployment: cart, revision: abc, expires: 2026-03-02T00:00:00Z         | Fail
            """)
    void aWaiverThatIsGivenExcuses(String about, Outcome outcome) {
        var outcomes = check(CART, asking(TWO), waiver(about));

        assertThat(answer(outcomes, "it").finding().outcome()).isEqualTo(outcome);
        assertThat(outcomes.fails(FailureLimit.any)).isEqualTo(outcome == Outcome.Fail);
        assertThat(rules(outcomes)).extracting(RuleResult::outcome).contains(outcome);
    }

    @Test
    void anExcuseSaysWhichAndWhyAndOneThatIsOverThatItIs() {
        var waived = answer(check(CART, asking(TWO), waiver("deployment: cart, expires: 2026-03-02T00:00:00Z")), "it");
        var over = answer(check(CART, asking(TWO), waiver("deployment: cart, expires: 2026-02-28T00:00:00Z")), "it");

        assertThat(waived.finding().message())
                .startsWith("waived by waiver known until 2026-03-02T00:00:00Z: it is known and harmless; ");
        assertThat(over.finding().message()).endsWith("; waiver known expired at 2026-02-28T00:00:00Z");
    }

    private static String waiver(String about) {
        return """
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessWaiver
                metadata: {name: known}
                spec: {check: it, reason: it is known and harmless, %s}
                """.formatted(about);
    }

    @Test
    void policiesThatMatchNothingAreNamed() {
        var outcomes = check(CART, policy("{selector: {matchLabels: {app: till}}, checks: [{name: a, http: {}}]}"));

        assertThat(only(outcomes).answers()).isEmpty();
        assertThat(outcomes.notes())
                .containsExactly(
                        "policy posture meets none of these Deployments: its namespace, its selector, or -n may"
                                + " be meant otherwise");
        assertThat(outcomes.fails(FailureLimit.any)).isFalse();
    }

    @Test
    void objectsWithoutADeploymentAreNoMistake() {
        var outcomes = check("{apiVersion: v1, kind: Service, metadata: {name: cart}}");

        assertThat(outcomes.deployments()).isEmpty();
        assertThat(outcomes.notes()).contains("there is no Deployment among 1 objects: nothing was checked");
    }

    @Test
    void nothingAtAllIsOne() {
        assertThatThrownBy(() -> check("# nothing"))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageStartingWith("there is nothing in app.yaml");
        var empty = new OfflineChecks(List.of(), List.of(), Optional.empty(), "default", ManifestSamples.NOW);
        assertThatThrownBy(empty::outcomes).hasMessageStartingWith("there is nothing in the folders");
    }
}
