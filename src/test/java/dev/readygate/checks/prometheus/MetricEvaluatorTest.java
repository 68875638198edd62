package dev.readygate.checks.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Check;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Request;
import dev.readygate.checks.RolloutSample;
import dev.readygate.checks.RolloutScene;
import dev.readygate.checks.Subject;
import dev.readygate.checks.kinds.Mistakes;
import dev.readygate.checks.metrics.Query;
import dev.readygate.facts.Figures;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod.PodGate;
import dev.readygate.facts.Reading;
import dev.readygate.facts.Reading.Patience;
import dev.readygate.facts.Sample;
import dev.readygate.facts.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricEvaluatorTest {
    private static final Check AT_GATE = RolloutScene.check("""
            name: errors
            gate: Serve
            metric:
              query: sum(rate(errors{namespace="{{namespace}}",pod=~"{{newPods}}"}[{{window}}]))
              max: 0.01
            """);
    private static final Check SCORED = RolloutScene.check("""
            name: errors
            metric: {query: 'errors{namespace="{{namespace}}",deployment="{{deployment}}"}', max: 0.01}
            """);

    private static Sample sample(Outcome outcome) {
        return new Sample(
                RolloutSample.NOON, outcome, "beyond limits", "0.5 over 5m", new Figures("0.5", Map.of("value", 0.5)));
    }

    @Test
    void atAGateItDoesNotApplyBeforeAPodOfTheRevisionTakesTraffic() {
        var closed = new RolloutSample().with(PodGate.Closed);

        assertThat(AT_GATE.evaluate(closed.candidate()).outcome()).isEqualTo(Outcome.NotApplicable);
        assertThat(AT_GATE.asks(closed.candidate())).isEmpty();
    }

    @Test
    void fromThenOnItWaitsForTheAnswer() {
        var open = new RolloutSample().with(PodGate.Open);

        assertThat(AT_GATE.evaluate(open.candidate()).awaitsItsFirstAnswer()).isTrue();
        assertThat(text(open.candidate(), AT_GATE))
                .isEqualTo("sum(rate(errors{namespace=\"shop\",pod=~\"cart-new-c2\"}[5m]))");
    }

    private static String text(Subject subject, Check check) {
        var request = (Request.Metrics) check.asks(subject).getFirst().request();
        return request.queries().stream().map(Query::text).findFirst().orElseThrow();
    }

    @Test
    void whatWasSaidOfAllThatRanSaysNothingOfTheNewRevision() {
        var before = new RolloutSample().answered(AT_GATE, sample(Outcome.Fail));

        assertThat(AT_GATE.evaluate(before.everything()).outcome()).isEqualTo(Outcome.Fail);
        assertThat(AT_GATE.evaluate(before.with(PodGate.Open).candidate()).outcome())
                .isEqualTo(Outcome.Unknown);
        assertThat(AT_GATE.asks(new RolloutSample().with(PodGate.Open).candidate())
                        .getFirst()
                        .question()
                        .target())
                .isEqualTo(new Target.OneRevision("new"));
    }

    @Test
    void atGateStayItLooksNotBehindTheMomentSinceWhichTheRevisionTakesAllTraffic() {
        var staying = RolloutScene.check("""
                name: errors
                gate: Stay
                metric: {query: 'sum(rate(errors{pod=~"{{pods}}"}[{{window}}]))', max: 0.01}
                """);
        var before = new RolloutSample().with(PodGate.Open).candidate();
        var alone = new Subject(
                before.world(),
                before.candidate(),
                before.verified(),
                Optional.of(before.world().at().minusSeconds(100)));

        assertThat(text(before, staying)).endsWith("[5m]))");
        assertThat(text(alone, staying)).endsWith("[1m]))");
        assertThat(staying.changesAt(alone)).contains(before.world().at().plusSeconds(20));
        assertThat(staying.asks(alone).getFirst().question().target()).isEqualTo(new Target.OneRevision("new"));
        assertThat(staying.asks(alone).getFirst().pace().notBefore())
                .isEqualTo(before.world().at().minusSeconds(85));
    }

    @Test
    void withoutAGateItIsOneQuestionForAllRevisions() {
        var rollout = new RolloutSample().with(PodGate.Closed);

        assertThat(SCORED.asks(rollout.candidate())).isEqualTo(SCORED.asks(rollout.everything()));
    }

    @Test
    void anAnswerIsToldWithItsNumber() {
        var finding = SCORED.evaluate(
                new RolloutSample().answered(SCORED, sample(Outcome.Fail)).everything());

        assertThat(finding.outcome()).isEqualTo(Outcome.Fail);
        assertThat(List.of(finding.value().seen(), finding.value().limit())).isEqualTo(List.of("0.5", "at most 0.01"));
    }

    @Test
    void scaledToZeroThereIsNothingToMeasure() {
        var finding = SCORED.evaluate(new RolloutSample().scaledToZero().everything());

        assertThat(finding.outcome()).isEqualTo(Outcome.NotApplicable);
        assertThat(finding.reason()).isEqualTo(FindingReason.NoReplicas);
    }

    @Test
    void anUnknownVariableIsToldOnThePolicy() {
        var spec = RolloutScene.spec("{name: errors, metric: {query: 'x{a=\"{{app}}\"}', max: 1}}");

        assertThat(Mistakes.in(spec)).hasValueSatisfying(it -> assertThat(it).contains("{{app}}"));
    }

    @Test
    void aNewRevisionDoesNotDelayWhatIsAskedOfTheWholeWorkload() {
        var delayed = RolloutScene.check("{name: errors, gate: Serve, initialDelay: 5m, metric: {query: up, max: 1}}");
        var open = new RolloutSample()
                .createdAt(RolloutSample.NOON.minusSeconds(3600))
                .with(PodGate.Open);

        assertThat(delayed.asks(open.everything()).getFirst().pace().notBefore())
                .isEqualTo(RolloutSample.NOON.minusSeconds(3300));
        assertThat(delayed.asks(open.candidate()).getFirst().pace().notBefore())
                .isEqualTo(RolloutSample.NOON.plusSeconds(300));
    }

    @ParameterizedTest
    @CsvSource({
        "Pass, 1, WithinLimits",
        "Fail, 1, BeyondLimits",
        "Error, 1, NotAsked",
        "NotApplicable, 1, NothingToCompare",
        "Unknown, 1, NoData",
        "Fail, 3, Undecided"
    })
    void theReasonSaysWhatBecameOfTheAnswer(Outcome outcome, int failAfter, FindingReason reason) {
        var check = RolloutScene.check("{name: errors, metric: {query: up, max: 1}}");
        var ask = check.asks(new RolloutSample().everything()).getFirst();
        var reading = Reading.first(sample(outcome), new Patience(failAfter, 1));

        var finding =
                check.evaluate(new RolloutScene().read(ask.question(), reading).subject());

        assertThat(finding.reason()).isEqualTo(reason);
    }

    @Test
    void withoutAGateAQueryThatNamesTheRevisionIsAskedForEach() {
        var telling = RolloutScene.check("{name: errors, metric: {query: 'x{hash=\"{{hash}}\"}', max: 1}}");

        assertThat(telling.asks(new RolloutSample().with(PodGate.Open).candidate())
                        .getFirst()
                        .question()
                        .target())
                .isEqualTo(new Target.OneRevision("new"));
    }

    @Test
    void onlyWhatWaitsForTrafficOrForAnAnswerIsStillToCome() {
        var waiting = AT_GATE.evaluate(new RolloutSample().with(PodGate.Closed).candidate());
        var unanswered = SCORED.evaluate(new RolloutSample().everything());
        var failing = SCORED.evaluate(
                new RolloutSample().answered(SCORED, sample(Outcome.Fail)).everything());

        assertThat(waiting.isStillToCome()).isTrue();
        assertThat(unanswered.isStillToCome()).isTrue();
        assertThat(failing.isStillToCome()).isFalse();
    }
}
