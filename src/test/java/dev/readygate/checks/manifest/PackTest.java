package dev.readygate.checks.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.ManifestCheck.ManifestPack;
import dev.readygate.checks.RolloutScene;
import dev.readygate.checks.cel.CompiledExpression;
import dev.readygate.checks.kinds.Mistakes;
import dev.readygate.checks.manifest.CheckedRule.Ruling;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.Outcome;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of every pack, over a manifest that keeps it and over some that do not. */
class PackTest {
    private static final int LONGEST_FIX = 140;

    static Stream<Pack> packs() {
        return Arrays.stream(ManifestPack.values()).map(Pack::of);
    }

    static Stream<PackRule> rules() {
        return packs().flatMap(it -> it.rules().stream()).distinct();
    }

    static Stream<Arguments> failing() {
        return cases("fails");
    }

    static Stream<Arguments> passing() {
        return cases("passes");
    }

    private static Stream<Arguments> cases(String which) {
        return rules().flatMap(rule -> Sound.cases()
                .path(rule.name())
                .path(which)
                .valueStream()
                .map(changes -> arguments(rule.name(), changes, rule)));
    }

    @Test
    void allAreThereThatAreDescribed() {
        assertThat(packs().map(Pack::name))
                .containsExactlyInAnyOrder(
                        "resources", "probes", "security", "availability", "images", "pod-security", "consistency");
        assertThat(Sound.cases().properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(rules().map(PackRule::name).toList());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleIsShownToPassAndToFail(PackRule rule) {
        assertThat(Sound.cases().path(rule.name()).path("fails")).isNotEmpty();
        assertThat(Sound.cases().path(rule.name()).path("passes")).isNotEmpty();
        assertThat(ruling(rule, nothing())).isEqualTo(Outcome.Pass);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("failing")
    void fails(String name, JsonNode changes, PackRule rule) {
        assertThat(ruling(rule, changes)).isEqualTo(Outcome.Fail);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("passing")
    void passes(String name, JsonNode changes, PackRule rule) {
        assertThat(ruling(rule, changes)).isEqualTo(Outcome.Pass);
    }

    /** Without some optional fields a rule still passes or fails: it never has an error. */
    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleCanJudgeTheBarestManifest(PackRule rule) {
        var bare = ManifestTexts.with(
                "{metadata: {name: cart}, spec: {template: {metadata: {}, spec: {containers: [{name: app, image: cart}]}}}}",
                ManifestTexts.nothing());
        var params = Sound.but(nothing()).path("params");

        assertThat(ruling(rule, bare, params).outcome()).isIn(Outcome.Pass, Outcome.Fail);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleSaysWhatToDo(PackRule rule) {
        assertThat(rule.fix()).matches("[A-Z].*[.]").hasSizeLessThan(LONGEST_FIX);
        assertThat(rule.why()).matches("[A-Z0-9].*[.]");
        assertThat(rule.title()).matches("[A-Z].*[^.]");
        assertThat(rule.weight()).isBetween(0.5, 3.0);
    }

    @Test
    void aRuleWhoseParameterIsNotGivenIsLeftOut() {
        assertThat(asked("{pack: images}").all())
                .extracting(CheckedRule::name)
                .containsExactly("image-tagged", "image-digest");
        assertThat(asked("{pack: images, params: {registries: [a]}}").all())
                .extracting(CheckedRule::name)
                .containsExactly("image-tagged", "image-digest", "image-registry");
    }

    @Test
    void rulesCanBeLeftOut() {
        assertThat(asked("{pack: images, skip: [image-digest]}").all())
                .extracting(CheckedRule::name)
                .containsExactly("image-tagged");
    }

    @Test
    void whatAPackDoesNotKnowIsAMistake() {
        assertThat(mistake("{pack: images, skip: [image-digst]}"))
                .contains(
                        "skip names image-digst, which is no rule of pack images; it has image-tagged, image-digest, image-registry");
        assertThat(mistake("{pack: images, params: {registry: [a]}}"))
                .contains("params has registry, which no rule of pack images reads; it reads registries");
        assertThat(mistake("{pack: probes, params: {registry: [a]}}"))
                .contains("params has registry, which no rule of pack probes reads; it reads none");
        assertThat(mistake("{pack: images, skip: [image-digest, image-tagged]}"))
                .contains("skip names every rule of pack images");
        assertThat(mistake("{pack: images}")).isEmpty();
    }

    @Test
    void ofItsWeightTheShareThatIsKeptCounts() {
        var check = RolloutScene.check("{name: images, manifest: {pack: images}}");
        var tagged = ManifestTexts.alone("spec: {template: {spec: {containers: [{name: app, image: 'cart:1'}]}}}");
        var finding = new RolloutScene().declared(tagged).ask(check);

        assertThat(finding.outcome()).isEqualTo(Outcome.Fail);
        assertThat(finding.worth().orElseThrow()).isEqualTo(200.0 / 3);
        assertThat(finding.message())
                .isEqualTo(
                        "1 of 2 rules not kept: image-digest: container app: Add the digest to every image, name:tag@sha256:…");
    }

    @Test
    void theContainersThatBreakARuleAreNamed() {
        var check = RolloutScene.check("{name: images, manifest: {pack: images, skip: [image-digest]}}");
        var mixed = ManifestTexts.alone("spec: {template: {spec: {initContainers: [{name: init, image: a}],"
                + " containers: [{name: app, image: 'cart:1'}, {name: log, image: 'log:latest'}]}}}");
        var probes = RolloutScene.check("{name: probes, manifest: {pack: probes, skip: [readiness-probe]}}");
        var sidecar =
                ManifestTexts.alone("spec: {template: {spec: {containers: [{name: app, image: a}], initContainers:"
                        + " [{name: once, image: a, startupProbe: {tcpSocket: {port: none}}}, {name: proxy, image: a,"
                        + " restartPolicy: Always, startupProbe: {tcpSocket: {port: none}}}]}}}");

        assertThat(new RolloutScene().declared(mixed).ask(check).message())
                .startsWith("1 of 1 rules not kept: image-tagged: containers log, init: Name a version");
        assertThat(new RolloutScene().declared(sidecar).ask(probes).message())
                .startsWith("1 of 2 rules not kept: probe-ports: container proxy: Declare the port");
    }

    private static Optional<String> mistake(String manifest) {
        return Mistakes.in(RolloutScene.spec("{name: pack, manifest: %s}".formatted(manifest)));
    }

    private static CheckedRules asked(String manifest) {
        return CheckedRules.of(RolloutScene.spec("{name: pack, manifest: %s}".formatted(manifest))
                .manifest());
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Outcome ruling(PackRule rule, JsonNode changes) {
        var world = Sound.but(changes);
        var ruling = ruling(rule, ManifestTexts.of(world), world.path("params"));
        assertThat(ruling.why()).isEmpty();
        return ruling.outcome();
    }

    private static Ruling ruling(PackRule rule, Manifest manifest, JsonNode params) {
        var program = (CompiledExpression) ManifestNames.compiled(rule.expression());
        return new CheckedRule(rule.name(), program, Optional.empty(), 1, Optional.empty())
                .rule(manifest, ManifestNames.values(manifest, (ObjectNode) params));
    }
}
