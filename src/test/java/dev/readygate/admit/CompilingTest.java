package dev.readygate.admit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.admit.CompiledPolicy.CompiledScope;
import dev.readygate.admit.CompiledPolicy.NamedExpression;
import dev.readygate.admit.CompiledPolicy.RuleEffect;
import dev.readygate.admit.CompiledPolicy.Validation;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.Selector;
import dev.readygate.policy.Policy;
import dev.readygate.policy.Resolved;
import dev.readygate.policy.Resolving;
import dev.readygate.policy.Standards;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compiled form of a policy; an IT tests on a real API server that it has the same meaning there. */
class CompilingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Selector CARTS = new Selector(Map.of("app", "cart"), null);
    private static final CompiledScope WHERE = new CompiledScope(new Selector(Map.of("ns", "shop"), null), CARTS);
    private static final String REPLICAS = """
            mode: Enforce
            selector: {}
            checks:
            - {name: replicas, gate: Admit, manifest: {expression: object.spec.replicas > 1, message: "Set\\nreplicas to 2"}}
            """;

    private static Resolved resolved(String spec) {
        var policy = new Policy(
                new PolicyRef("ReadinessPolicy", "posture", 7L),
                "p-1",
                NOON,
                Serialization.unmarshal("---\n" + spec, ReadinessPolicySpec.class));
        return Resolving.of(policy, Standards.NONE);
    }

    private static Optional<CompiledPolicy> compiled(String spec, AdmitWaiver... waivers) {
        return Compiling.of(resolved(spec), "shop", WHERE, List.of(waivers));
    }

    private static String variable(CompiledPolicy compiled, String name) {
        return compiled.text().variables().stream()
                .filter(it -> it.name().equals(name))
                .map(NamedExpression::expression)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRuleIsTakenWordForWord() {
        var compiled = compiled(REPLICAS).orElseThrow();

        assertThat(compiled.policy()).hasToString("ReadinessPolicy shop/posture");
        assertThat(compiled.effect()).isEqualTo(RuleEffect.Deny);
        assertThat(compiled.where()).isEqualTo(WHERE);
        assertThat(variable(compiled, "rule0_0"))
                .isEqualTo(
                        "[variables.seen].all(object, [variables.params0].all(params,\nobject.spec.replicas > 1\n))");
        assertThat(compiled.text().validations())
                .extracting(Validation::expression)
                .containsExactly("variables.excused0 || variables.rule0_0");
        assertThat(variable(compiled, "excused0")).isEqualTo("false");
        assertThat(variable(compiled, "broken0")).isEqualTo("(variables.rule0_0 ? [] : [\"Set replicas to 2\"])");
    }

    @Test
    void severalRulesAreToldByTheirNames() {
        var compiled = compiled("""
                mode: Warn
                selector: {}
                checks:
                - name: house
                  gate: Admit
                  manifest:
                    params: {most: 9}
                    rules:
                    - {name: few, expression: object.spec.replicas < params.most}
                    - {name: some, expression: object.spec.replicas > 1, message: more}
                """).orElseThrow();

        assertThat(compiled.effect()).isEqualTo(RuleEffect.Warn);
        assertThat(variable(compiled, "params0")).isEqualTo("dyn({\"most\": dyn(9)})");
        assertThat(variable(compiled, "rule0_0")).contains("[variables.params0]");
        assertThat(variable(compiled, "broken0"))
                .contains("\"few: object.spec.replicas < params.most is false\"", "\"some: more\"");
        assertThat(compiled.text().validations().getFirst().message())
                .isEqualTo(
                        "check house of ReadinessPolicy shop/posture is not kept (rules: few, some): correct the template"
                                + " and apply it again");
        assertThat(compiled.text().validations().getFirst().sentence()).contains("' of 2 rules): '");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{mode: Observe, selector: {}, checks: [{name: a, gate: Admit, manifest: {pack: images}}]}",
                "{mode: Enforce, selector: {}, checks: [{name: a, gate: Serve, manifest: {pack: images}}]}",
                "{mode: Enforce, selector: {}, checks: [{name: a, manifest: {pack: images}}]}",
                "{mode: Enforce, selector: {}, checks: [{name: a, gate: Admit, window: {zone: UTC}}]}",
                "{mode: Enforce, selector: {}, checks: [{name: a, gate: Admit, manifest: {expression: pdbs.size() == 1}}]}",
                "{mode: Enforce, selector: {}, checks: [{name: a, gate: Admit, manifest: {expression: object.spec >}}]}",
                "{mode: Enforce, selector: {}, standards: [{name: nobody-has-it}]}"
            })
    void checksThatAreNotForTheApiServerAreLeftOut(String spec) {
        assertThat(compiled(spec)).isEmpty();
        assertThat(Compiling.asks(resolved(spec))).isFalse();
    }

    @Test
    void aCheckIsExcusedUntilTheWaiverExpires() {
        var compiled = compiled(
                        REPLICAS,
                        new AdmitWaiver("shop", "w2", "replicas", new AdmitWaiver.WaiverScope.Selected(CARTS), NOON),
                        new AdmitWaiver("shop", "w1", "replicas", new AdmitWaiver.WaiverScope.Named("basket"), NOON),
                        new AdmitWaiver("shop", "w0", "another", new AdmitWaiver.WaiverScope.Named("basket"), NOON))
                .orElseThrow();

        assertThat(variable(compiled, "excused0"))
                .isEqualTo("(request.namespace == \"shop\" && dyn(object).metadata.name == \"basket\""
                        + " && !variables.times.exists(t, t >= timestamp(\"2026-03-01T12:00:00Z\")))"
                        + " || (request.namespace == \"shop\""
                        + " && (true && dyn(object).metadata.?labels.orValue({})[?\"app\"] == optional.of(\"cart\"))"
                        + " && !variables.times.exists(t, t >= timestamp(\"2026-03-01T12:00:00Z\")))");
    }

    @Test
    void theFingerprintChangesWithTheTextAndWithNothingElse() {
        var one = compiled(REPLICAS).orElseThrow();

        assertThat(one.fingerprint()).isEqualTo(compiled(REPLICAS).orElseThrow().fingerprint());
        assertThat(one.fingerprint())
                .isNotEqualTo(
                        compiled(REPLICAS.replace("> 1", "> 2")).orElseThrow().fingerprint());
        assertThat(one.fingerprint())
                .isNotEqualTo(compiled(REPLICAS.replace("Enforce", "Warn"))
                        .orElseThrow()
                        .fingerprint());
    }

    @Test
    void theOperatorIsDeniedNothingButATrialOfThisText() {
        var compiled = compiled(REPLICAS).orElseThrow();
        var trying = new TrialPolicy(compiled, "the-operator");

        assertThat(trying.text().conditions().getFirst().expression())
                .isEqualTo("request.userInfo.username != \"the-operator\" || dyn(object).metadata.?annotations"
                        + "[?\"readygate.dev/trial\"].orValue('') == \"%s\"".formatted(compiled.fingerprint()));
        assertThat(trying.text().validations()).hasSize(2);
        assertThat(trying.text().validations().getFirst().message())
                .isEqualTo(trying.answer())
                .contains(compiled.fingerprint());
        assertThat(compiled.exampleLabels()).isEqualTo(Map.of("app", "cart"));
    }
}
