package dev.readygate.checks.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Check;
import dev.readygate.checks.Finding;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.RolloutScene;
import dev.readygate.checks.kinds.AllChecks;
import dev.readygate.checks.kinds.Mistakes;
import dev.readygate.facts.Horizon;
import dev.readygate.facts.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestEvaluatorTest {
    private static final String CART = """
            metadata: {name: cart, labels: {team: shop}}
            spec: {replicas: 2, template: {spec: {containers: [{name: app, image: "cart:1"}]}}}
            """;

    private static final Check REPLICAS = RolloutScene.check("""
            name: replicas
            manifest: {expression: object.spec.replicas >= 3, message: set replicas to 3 or more}
            """);

    private static final Check GUARDED =
            RolloutScene.check("{name: guarded, manifest: {expression: 'pdbs.size() == 1', message: add one}}");

    private static final Check HOUSE_RULES = RolloutScene.check("""
            name: house-rules
            manifest:
              params: {registries: [registry.example/]}
              rules:
              - {name: team, expression: "object.metadata.labels.team == 'shop'"}
              - {name: tagged, expression: "object.spec.template.spec.containers.all(c, c.image.contains(':'))"}
              - {name: ours, expression: "object.spec.template.spec.containers.all(c, params.registries.exists(r, c.image.startsWith(r)))", message: use our registry}
              - {name: guarded, expression: "pdbs.size() == 1"}
            """);

    private static Finding ask(Check check, String yaml) {
        return new RolloutScene()
                .declared(ManifestTexts.with(yaml, ManifestTexts.nothing()))
                .ask(check);
    }

    @Test
    void saysWhatToDoWhenItsExpressionIsFalse() {
        var finding = ask(REPLICAS, CART);

        assertThat(finding.outcome()).isEqualTo(Outcome.Fail);
        assertThat(finding.reason()).isEqualTo(FindingReason.ManifestViolates);
        assertThat(finding.message()).isEqualTo("set replicas to 3 or more");
        assertThat(finding.value()).isEqualTo(new Finding.Measured("false", "object.spec.replicas >= 3"));
        assertThat(finding.worth()).isEmpty();
    }

    @Test
    void withoutAMessageItSaysWhatIsFalse() {
        var bare = RolloutScene.check("{name: replicas, manifest: {expression: object.spec.replicas >= 3}}");

        assertThat(ask(bare, CART).message()).isEqualTo("object.spec.replicas >= 3 is false");
    }

    @Test
    void passesWhenItsExpressionIsTrue() {
        var finding = ask(REPLICAS, CART.replace("replicas: 2", "replicas: 3"));

        assertThat(finding.outcome()).isEqualTo(Outcome.Pass);
        assertThat(finding.message()).isEqualTo("object.spec.replicas >= 3 is true");
    }

    @Test
    void anExpressionThatCannotBeEvaluatedIsAnErrorAndNoFailure() {
        var finding = ask(REPLICAS, CART.replace("replicas: 2, ", ""));

        assertThat(finding.outcome()).isEqualTo(Outcome.Error);
        assertThat(finding.reason()).isEqualTo(FindingReason.NotJudged);
        assertThat(finding.message())
                .isEqualTo(
                        "object.spec.replicas >= 3 is not known: it reads a field that is not there at character 12");
    }

    @Test
    void whatStandsAroundTheDeploymentIsSeen() {
        var guarded = ManifestTexts.with(CART, ManifestTexts.budgets("spec: {maxUnavailable: 1}"));

        assertThat(ask(GUARDED, CART).outcome()).isEqualTo(Outcome.Fail);
        assertThat(new RolloutScene().declared(guarded).ask(GUARDED).outcome()).isEqualTo(Outcome.Pass);
    }

    @Test
    void whileThatIsNotKnownTheAnswerIsAwaited() {
        var finding = new RolloutScene().declared(ManifestTexts.alone(CART)).ask(GUARDED);

        assertThat(finding.awaitsItsFirstAnswer()).isTrue();
        assertThat(new RolloutScene()
                        .declared(ManifestTexts.alone(CART))
                        .ask(REPLICAS)
                        .outcome())
                .isEqualTo(Outcome.Fail);
    }

    @Test
    void aManifestThatCouldNotBeReadIsLookedForAgain() {
        var scene = new RolloutScene();

        assertThat(scene.ask(REPLICAS).outcome()).isEqualTo(Outcome.Unknown);
        assertThat(scene.ask(REPLICAS).reason()).isEqualTo(FindingReason.ManifestUnknown);
        assertThat(REPLICAS.changesAt(scene.subject())).contains(RolloutScene.NOON.plus(Duration.ofSeconds(5)));
        assertThat(REPLICAS.changesAt(scene.declared(ManifestTexts.alone(CART)).subject()))
                .isEmpty();
    }

    @Test
    void looksAsFarAsItsExpressionsDo() {
        assertThat(REPLICAS.horizon()).isEqualTo(Horizon.Manifest);
        assertThat(GUARDED.horizon()).isEqualTo(Horizon.Surroundings);
        assertThat(HOUSE_RULES.horizon()).isEqualTo(Horizon.Surroundings);
    }

    @Test
    void ofSeveralRulesTheShareThatIsKeptCounts() {
        var finding = ask(HOUSE_RULES, CART);

        assertThat(finding.outcome()).isEqualTo(Outcome.Fail);
        assertThat(finding.worth()).hasValue(50);
        assertThat(finding.value()).isEqualTo(new Finding.Measured("2 of 4 rules", "all rules"));
        assertThat(finding.message())
                .isEqualTo("2 of 4 rules not kept: ours: use our registry; guarded: pdbs.size() == 1 is false");
    }

    @Test
    void aFailCountsBeforeARuleWithoutAnAnswer() {
        var finding = ask(HOUSE_RULES, CART.replace(", labels: {team: shop}", ""));

        assertThat(finding.outcome()).isEqualTo(Outcome.Fail);
        assertThat(finding.worth().orElseThrow()).isEqualTo(100.0 / 3);
    }

    @Test
    void oneErrorAmongKeptRulesIsAnError() {
        var yaml = CART.replace("cart:1", "registry.example/cart:1").replace(", labels: {team: shop}", "");
        var finding = new RolloutScene()
                .declared(ManifestTexts.with(yaml, ManifestTexts.budgets("{}")))
                .ask(HOUSE_RULES);

        assertThat(finding.outcome()).isEqualTo(Outcome.Error);
        assertThat(finding.message()).startsWith("1 of 4 rules not judged: team: ");
    }

    @Test
    void manyFailingRulesMakeNoLongMessage() {
        var rules = new StringBuilder("{name: many, manifest: {rules: [");
        for (int i = 0; i < 40; i++) {
            rules.append("{name: rule-%02d, expression: 'false', message: \"%s\"},".formatted(i, "do it ".repeat(80)));
        }
        var finding = ask(RolloutScene.check(rules + "]}}"), CART);

        assertThat(finding.message())
                .startsWith("40 of 40 rules not kept: rule-00: do it")
                .endsWith("rule-12 and 27 more")
                .hasSizeLessThan(900);
        assertThat(finding.worth()).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {expression: object.spec ==}                      | expression is no valid expression: mismatched input 'end' at character 15
                    {rules: [{name: a, expression: 'objekt == 1'}]}   | a is no valid expression: undeclared reference to 'objekt' at character 1
                    {expression: '1 + 1'}                             | expression is no valid expression: it has to give true or false, and gives int
                    """)
    void mistakesAreTheirAuthors(String manifest, String mistake) {
        var spec = RolloutScene.spec("{name: check, manifest: %s}".formatted(manifest));

        assertThat(Mistakes.in(spec)).contains(mistake);
        assertThat(ask(AllChecks.of(spec), CART).reason()).isEqualTo(FindingReason.InvalidCheck);
    }

    @Test
    void whereEveryRuleIsKeptItSaysSo() {
        var two = RolloutScene.check("{name: two, manifest: {rules: [{name: a, expression: object.spec.replicas > 1},"
                + " {name: b, expression: object.spec.replicas < 3}]}}");
        var one =
                RolloutScene.check("{name: one, manifest: {rules: [{name: a, expression: object.spec.replicas > 1}]}}");

        assertThat(ask(two, CART).outcome()).isEqualTo(Outcome.Pass);
        assertThat(ask(two, CART).reason()).isEqualTo(FindingReason.ManifestConforms);
        assertThat(ask(two, CART).message()).isEqualTo("all 2 rules are kept");
        assertThat(ask(one, CART).message()).isEqualTo("the rule is kept");
    }

    @Test
    void aFewMoreFailingRulesAreAllNamed() {
        var rules = RolloutScene.check("{name: five, manifest: {rules: ["
                + "{name: a, expression: 'false'}, {name: b, expression: 'false'}, {name: c, expression: 'false'},"
                + "{name: d, expression: 'false'}, {name: e, expression: 'false'}]}}");

        assertThat(ask(rules, CART).message()).endsWith("c: false is false; also d, e");
    }

    @Test
    void anExpressionThatTakesTooLongIsAnErrorAndNoFailure() {
        var list = "metadata: {finalizers: [%s]}".formatted("a, ".repeat(99) + "a");
        var deep = "object.metadata.finalizers.all(a, object.metadata.finalizers.all(b,"
                + " object.metadata.finalizers.all(c, a == b)))";

        var finding = ask(RolloutScene.check("{name: deep, manifest: {expression: '%s'}}".formatted(deep)), list);

        assertThat(finding.outcome()).isEqualTo(Outcome.Error);
        assertThat(finding.message()).contains("is not known: it takes too long");
    }
}
