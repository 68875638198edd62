package dev.readygate.checks.probe;

import static dev.readygate.checks.APod.ofV1;
import static dev.readygate.checks.APod.up;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.APod;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.PodScene;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Target;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How the answers of pods become one finding. */
class PodAnswersTest {
    private static PodScene health() {
        return PodScene.of("{name: healthy, http: {path: /health}}");
    }

    @Test
    void whatAllPodsAnswerIsTheAnswer() {
        var finding = health().passes(up("a")).passes(up("b")).verifying();

        assertThat(finding.outcome()).isEqualTo(Outcome.Pass);
        assertThat(finding.reason()).isEqualTo(FindingReason.Answered);
        assertThat(finding.message()).isEqualTo("GET /health answered 200 on 2 of 2 pods, expected 200-299");
        assertThat(finding.value()).isEqualTo(new Measured("200", "200-299"));
        assertThat(finding.since()).contains(PodScene.NOON);
    }

    @Test
    void onePodThatFailsFailsThemAllAndIsCounted() {
        var finding = health().passes(up("a")).fails(up("b")).verifying();

        assertThat(finding.outcome()).isEqualTo(Outcome.Fail);
        assertThat(finding.reason()).isEqualTo(FindingReason.WrongAnswer);
        assertThat(finding.message()).isEqualTo("GET /health answered 503 on 1 of 2 pods, expected 200-299");
        assertThat(finding.value().seen()).isEqualTo("503");
    }

    private static Stream<Arguments> fromWorstToBest() {
        return Stream.of(
                Arguments.of(Outcome.Fail, Outcome.Error),
                Arguments.of(Outcome.Fail, Outcome.Pass),
                Arguments.of(Outcome.Error, Outcome.Pass));
    }

    @ParameterizedTest
    @MethodSource("fromWorstToBest")
    void theWorseAnswerCountsWhicheverPodGivesIt(Outcome worse, Outcome better) {
        var worseFirst = health().answers(up("a"), worse, "x").answers(up("b"), better, "y");
        var worseLast = health().answers(up("a"), better, "y").answers(up("b"), worse, "x");

        assertThat(worseFirst.verifying().outcome()).isEqualTo(worse);
        assertThat(worseLast.verifying().outcome()).isEqualTo(worse);
    }

    @Test
    void aPodThatCannotBeAskedIsAnError() {
        var finding = health().answers(up("a"), Outcome.Error, "x").verifying();

        assertThat(finding.outcome()).isEqualTo(Outcome.Error);
        assertThat(finding.reason()).isEqualTo(FindingReason.NotAsked);
    }

    @Test
    void itIsSoSinceTheFirstPodThatSaysSo() {
        var late = Duration.ofMinutes(3);
        var finding = health().answers(up("a"), Outcome.Fail, "503", late).fails(up("b"));

        assertThat(finding.verifying().since()).contains(PodScene.NOON);
    }

    @Test
    void aNewRevisionPassesWithEveryPodItIsToHaveNoSooner() {
        var one = health().passes(up("a"));

        assertThat(one.verifying().outcome()).isEqualTo(Outcome.Unknown);
        assertThat(one.verifying().awaitsItsFirstAnswer()).isTrue();
        assertThat(one.verifying().message()).isEqualTo("waiting for the answers of all pods");
        assertThat(one.passes(up("b")).verifying().outcome()).isEqualTo(Outcome.Pass);
    }

    @Test
    void butItFailsAsSoonAsOneDoes() {
        assertThat(health().fails(up("a")).verifying().outcome()).isEqualTo(Outcome.Fail);
    }

    @Test
    void ofWhatRunsAPodThatHasJustStartedSaysNothingNew() {
        var finding = health().passes(ofV1("a")).with(ofV1("b")).running();

        assertThat(finding.outcome()).isEqualTo(Outcome.Pass);
        assertThat(finding.message()).contains("on 1 of 1 pod,");
    }

    @Test
    void whoHasNotDecidedYetDoesNotCount() {
        var finding = health().passes(up("a")).answers(up("b"), Outcome.Unknown, "503");

        assertThat(finding.verifying().reason()).isEqualTo(FindingReason.Waiting);
        assertThat(finding.running().message()).contains("on 1 of 1 pod,");
    }

    @Test
    void onePodIsJudgedByItsOwnAnswerAlone() {
        var good = up("a");
        var bad = up("b");
        var scene = health().passes(good).fails(bad);

        assertThat(scene.of(good).outcome()).isEqualTo(Outcome.Pass);
        assertThat(scene.of(bad).outcome()).isEqualTo(Outcome.Fail);
        assertThat(scene.of(up("c")).outcome()).isEqualTo(Outcome.Unknown);
    }

    @Test
    void beforeAnyPodIsUpItIsStarting() {
        var finding = health().with(new APod().starting().named("a")).verifying();

        assertThat(finding.outcome()).isEqualTo(Outcome.Unknown);
        assertThat(finding.reason()).isEqualTo(FindingReason.Starting);
        assertThat(finding.value()).isEqualTo(new Measured("", "200-299"));
    }

    @Test
    void onceOneIsUpItIsWaiting() {
        var finding = health().with(new APod().starting().named("a"), up("b")).verifying();

        assertThat(finding.reason()).isEqualTo(FindingReason.Waiting);
    }

    @Test
    void scaledToZeroItIsNotApplicable() {
        var finding = health().wanting(0).with(up("a")).verifying();

        assertThat(finding.outcome()).isEqualTo(Outcome.NotApplicable);
        assertThat(finding.reason()).isEqualTo(FindingReason.NoReplicas);
    }

    /** The Deployment may scale up before that. */
    @Test
    void butThatLetsNoPodPassThatHasNotAnswered() {
        assertThat(health().wanting(0).of(up("a")).outcome()).isEqualTo(Outcome.Unknown);
    }

    @Test
    void podsThatAreReadyAreAskedAndThoseOnTheirWayInOrOutAreNot() {
        var scene = health().with(
                        up("ready"),
                        new APod().starting().named("starting"),
                        new APod().notStarted().named("not-started"),
                        new APod().withoutAddress().named("without-address"),
                        new APod().leaving().named("leaving"));

        assertThat(scene.asks())
                .extracting(it -> it.question().target())
                .containsExactly(new Target.OnePod("uid-ready"));
    }

    @Test
    void aPodIsAskedAsSoonAsThePolicySaysThoughItIsNotReady() {
        var starting = new APod().starting().named("a");
        var eager = PodScene.of("{name: healthy, initialDelay: 90s, http: {}}").with(starting);

        assertThat(eager.ask().pace().notBefore()).isEqualTo(PodScene.NOON.plusSeconds(90));
        assertThat(eager.verifying().reason()).isEqualTo(FindingReason.Waiting);
    }

    @Test
    void aPodThatHasAnsweredIsAskedOnWhenItIsReadyNoMore() {
        var scene = health().fails(new APod().starting().named("a"));

        assertThat(scene.asks()).hasSize(1);
        assertThat(scene.ask().pace().notBefore()).isEqualTo(PodScene.NOON);
    }

    @Test
    void itIsAskedAtThePaceAndWithThePatienceOfThePolicy() {
        var ask = PodScene.of("{name: healthy, every: 30s, timeout: 2s, failAfter: 4, passAfter: 2, http: {}}")
                .with(up("a"))
                .ask();

        assertThat(ask.pace().every()).isEqualTo(Duration.ofSeconds(30));
        assertThat(ask.pace().timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(List.of(ask.patience().failAfter(), ask.patience().passAfter()))
                .containsExactly(4, 2);
    }

    @Test
    void anAnswerToTheSameCheckWordedOtherwiseDoesNotCount() {
        var pod = up("a");
        var before = PodScene.of("{name: healthy, http: {path: /}}").passes(pod);
        var after = health().with(pod);

        assertThat(before.ask().question()).isNotEqualTo(after.ask().question());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http: {}                        | GET /
                    http: {method: HEAD, path: /up} | HEAD /up
                    tcp: {}                         | the first port:
                    tcp: {port: 5432}               | port 5432:
                    grpc: {}                        | gRPC health
                    grpc: {service: shop.Cart}      | gRPC health of shop.Cart
                    """)
    void saysWhatWasAsked(String kind, String asked) {
        var scene = PodScene.of("{name: it, %s}".formatted(kind)).passes(up("a"));

        assertThat(scene.running().message()).startsWith(asked + " answered 200 on 1 of 1 pod,");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http: {}                      | 200-299
                    http: {expect: {status: 204}} | 204
                    tcp: {}                       | accepted
                    grpc: {}                      | SERVING
                    """)
    void saysWhatWasExpected(String kind, String limit) {
        var scene = PodScene.of("{name: it, %s}".formatted(kind)).fails(up("a"));

        assertThat(scene.running().message()).endsWith(", expected " + limit);
    }
}
