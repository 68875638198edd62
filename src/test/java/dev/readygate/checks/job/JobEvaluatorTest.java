package dev.readygate.checks.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.checks.Ask;
import dev.readygate.checks.Finding;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Request;
import dev.readygate.checks.RolloutScene;
import dev.readygate.checks.Subject;
import dev.readygate.checks.kinds.Mistakes;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.JobRun;
import dev.readygate.facts.JobState;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Reading;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobEvaluatorTest {
    private static final String MIGRATION = """
            name: dry-run
            failAfter: 3
            job:
              serviceAccountName: tester
              runAtMost: 2m
              template:
                metadata: {name: mine, namespace: kube-system, labels: {team: a}, ownerReferences: []}
                spec:
                  ttlSecondsAfterFinished: 1
                  template: {spec: {serviceAccount: root, containers: [{name: it, image: x, args: ["%s"]}]}}
            """;

    private static final String PLAIN = MIGRATION.formatted("{{namespace}}/{{ deployment }}@{{hash}}");
    private static final String TOLD_OF_PODS = MIGRATION.formatted("--pods={{newPods}}");

    private final RolloutScene scene = new RolloutScene();

    @Test
    void runsUnderANameThatSaysWhichRunItIs() {
        var name = run(PLAIN).name();
        assertThat(name).startsWith("cart-dry-run-").hasSizeLessThanOrEqualTo(63);
        assertThat(run(PLAIN).name()).isEqualTo(name);
        assertThat(run(PLAIN, new RolloutScene().later(Duration.ofDays(3))).name())
                .isEqualTo(name);
    }

    @Test
    void theNameOfALaterStandardsCheckMakesANameForAJobToo() {
        assertThat(run(PLAIN.replace("name: dry-run", "name: house.v2/dry-run")).name())
                .startsWith("cart-house-v2-dry-run-");
    }

    @Test
    void runsAgainForAnotherRevisionAndAnotherTemplate() {
        var promoted = RolloutScene.check(PLAIN)
                .asks(new Subject(
                        scene.subject().world(),
                        Optional.of("v1"),
                        Optional.of(new Baseline("v1", RolloutScene.NOON.minus(Duration.ofHours(1)), false))));
        assertThat(((Request.Job) promoted.getFirst().request()).run().name())
                .isNotEqualTo(run(PLAIN).name());
        assertThat(run(MIGRATION.formatted("other")).name())
                .isNotEqualTo(run(PLAIN).name());
    }

    @Test
    void runsAgainAfterEachInterval() {
        var hourly = PLAIN.replace("runAtMost: 2m", "every: 1h");
        var first = run(hourly);
        var second = run(hourly, new RolloutScene().later(Duration.ofMinutes(55)));
        assertThat(run(hourly, new RolloutScene().later(Duration.ofMinutes(54))).name())
                .isEqualTo(first.name());
        assertThat(second.name()).isNotEqualTo(first.name());
        assertThat(first.again()).isFalse();
        assertThat(second.again()).isTrue();
        assertThat(second.series()).isEqualTo(first.series());
        assertThat(RolloutScene.check(hourly).changesAt(scene.subject()))
                .contains(RolloutScene.NOON.plus(Duration.ofMinutes(55)));
    }

    @Test
    void belongsToTheRevisionAlone() {
        var metadata = manifest(PLAIN).at("/metadata");
        assertThat(metadata.at("/namespace").asText()).isEqualTo("shop");
        assertThat(metadata.at("/name").asText()).isEqualTo(run(PLAIN).name());
        assertThat(metadata.at("/labels/team").asText()).isEqualTo("a");
        assertThat(metadata.at("/labels/readygate.dev~1job").asText())
                .isEqualTo(run(PLAIN).series());
        assertThat(run(PLAIN).owner()).isEqualTo(new JobRun.JobOwner("cart-v2", "rs-v2"));
        assertThat(metadata.has("ownerReferences")).isFalse();
    }

    @Test
    void runsOnceAndNotForEverUnderTheNamedAccountAndStays() {
        var spec = manifest(PLAIN).at("/spec");
        assertThat(spec.at("/activeDeadlineSeconds").asInt()).isEqualTo(120);
        assertThat(spec.at("/backoffLimit").asInt(-1)).isZero();
        assertThat(spec.has("ttlSecondsAfterFinished")).isFalse();
        assertThat(spec.at("/template/spec/serviceAccountName").asText()).isEqualTo("tester");
        assertThat(spec.at("/template/spec").has("serviceAccount")).isFalse();
    }

    @Test
    void isToldWhatItIsAbout() {
        assertThat(argument(PLAIN)).isEqualTo("shop/cart@v2");
    }

    @Test
    void isToldOfPodsThatCanAnswer() {
        scene.pod("127.64.1.3", true).pod("127.64.1.2", true).pod("127.64.1.4", false);
        assertThat(argument(TOLD_OF_PODS)).isEqualTo("--pods=127.64.1.2,127.64.1.3");
    }

    @Test
    void waitsForTheFirstPodIfItIsToldOfPods() {
        scene.pod("127.64.1.4", false);
        assertThat(RolloutScene.check(TOLD_OF_PODS).asks(scene.subject())).isEmpty();
        assertThat(scene.ask(RolloutScene.check(TOLD_OF_PODS)).reason()).isEqualTo(FindingReason.Starting);
        assertThat(scene.scaledTo(0).ask(RolloutScene.check(TOLD_OF_PODS)).outcome())
                .isEqualTo(Outcome.NotApplicable);
        assertThat(scene.ask(RolloutScene.check(PLAIN)).awaitsItsFirstAnswer()).isTrue();
    }

    /** No text changes the tree, and values are not searched for variables. */
    @ParameterizedTest
    @ValueSource(strings = {"\\\", evil: [{{namespace}}", "{{newpods}} {{ other }}", "$1 \\\\{{hash}}"})
    void onlyTextsAreFilledIn(String text) {
        var manifest = manifest(MIGRATION.formatted(text));
        assertThat(manifest.at("/spec/template/spec/containers")).hasSize(1);
        assertThat(manifest.at("/spec/template/spec/containers/0/args")).hasSize(1);
        assertThat(manifest.toString()).doesNotContain("{{namespace}}", "{{hash}}");
    }

    @Test
    void itsFirstFailureCounts() {
        var finding = after(new JobState.Failed("cart-dry-run-1", "failed: BackoffLimitExceeded; its last lines: no"));
        assertThat(finding.outcome()).isEqualTo(Outcome.Fail);
        assertThat(finding.message())
                .isEqualTo("the Job cart-dry-run-1 failed: BackoffLimitExceeded; its last lines: no");
    }

    @Test
    void whatWasNotTriedHasNotFailed() {
        assertThat(after(new JobState.NotRun("no quota")).outcome()).isEqualTo(Outcome.Error);
        assertThat(after(new JobState.JobRunning("cart-dry-run-1")).outcome()).isEqualTo(Outcome.Unknown);
        assertThat(ask(PLAIN, scene).timedOut(RolloutScene.NOON).outcome()).isEqualTo(Outcome.Unknown);
    }

    @Test
    void isLookedAtLessOftenOnceItHasEnded() {
        var during = ask(PLAIN, scene).pace();
        after(new JobState.Succeeded("cart-dry-run-1"));
        assertThat(ask(PLAIN, scene).pace().every()).isGreaterThan(during.every());
    }

    @Test
    void aTemplateWithoutContainersIsAMistake() {
        assertThat(Mistakes.in(RolloutScene.spec("{name: it, job: {template: {spec: {}}}}")))
                .hasValueSatisfying(it -> assertThat(it).contains("spec.template.spec.containers"));
        assertThat(Mistakes.in(RolloutScene.spec(PLAIN))).isEmpty();
    }

    private Finding after(JobState state) {
        var ask = ask(PLAIN, scene);
        var sample = ((Request.Job) ask.request()).judge(state, RolloutScene.NOON);
        scene.read(ask.question(), Reading.first(sample, ask.patience()));
        return scene.ask(RolloutScene.check(PLAIN));
    }

    private static Ask ask(String check, RolloutScene scene) {
        return RolloutScene.check(check).asks(scene.subject()).getFirst();
    }

    private static JobRun run(String check, RolloutScene scene) {
        return ((Request.Job) ask(check, scene).request()).run();
    }

    private JobRun run(String check) {
        return run(check, scene);
    }

    private String argument(String check) {
        return manifest(check).at("/spec/template/spec/containers/0/args/0").asText();
    }

    private JsonNode manifest(String check) {
        try {
            return new ObjectMapper().readTree(run(check).manifest());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void itsEndIsStillLookedForWhenThePodsItWasToldOfAreGone() {
        var told = new RolloutScene().pod("127.64.1.2", true);
        var ask = ask(TOLD_OF_PODS, told);
        var sample = ((Request.Job) ask.request()).judge(new JobState.JobRunning("cart-dry-run-1"), RolloutScene.NOON);

        var gone = new RolloutScene().read(ask.question(), Reading.first(sample, ask.patience()));

        assertThat(RolloutScene.check(TOLD_OF_PODS).asks(gone.subject())).hasSize(1);
    }

    @Test
    void isLookedAtOftenUntilItHasEnded() {
        var before = ask(PLAIN, scene).pace().every();
        after(new JobState.NotRun("no quota"));
        assertThat(ask(PLAIN, scene).pace().every()).isEqualTo(before);
        after(new JobState.Failed("cart-dry-run-1", "failed"));
        assertThat(ask(PLAIN, scene).pace().every()).isGreaterThan(before);
    }

    @Test
    void startsAfterTheInitialDelayOfTheRevision() {
        var delayed = ask(PLAIN.replace("failAfter: 3", "initialDelay: 30s"), scene);

        assertThat(delayed.pace().notBefore())
                .isEqualTo(ask(PLAIN, scene).pace().notBefore().plusSeconds(30));
    }

    @Test
    void isTriedAgainOnlyAsOftenAsItsTemplateSays() {
        assertThat(manifest(PLAIN.replace("ttlSecondsAfterFinished: 1", "backoffLimit: 4"))
                        .at("/spec/backoffLimit")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void aLongNameIsCutAndStillSaysWhichRunItIs() {
        var longest = PLAIN.replace("dry-run", "a".repeat(44) + "-b");

        assertThat(run(longest).name())
                .startsWith("cart-" + "a".repeat(44))
                .doesNotContain("--")
                .hasSizeLessThanOrEqualTo(63);
        assertThat(run(longest).name())
                .isNotEqualTo(run(longest.replace("-b", "-c")).name());
    }
}
