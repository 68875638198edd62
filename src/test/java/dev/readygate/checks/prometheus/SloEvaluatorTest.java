package dev.readygate.checks.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Check;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Request;
import dev.readygate.checks.RolloutSample;
import dev.readygate.checks.RolloutScene;
import dev.readygate.checks.Subject;
import dev.readygate.checks.metrics.Query;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod.PodGate;
import dev.readygate.facts.Sample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SloEvaluatorTest {
    private static final Check SLO = RolloutScene.check("""
            name: availability
            slo: {objective: 99.9%, exemptLabel: hotfix=yes, ratio: {errors: bad, total: all}}
            """);
    private static final Check COMPARE = RolloutScene.check("""
            name: slower
            gate: Serve
            compare: {query: 'sum by (pod) (rate(x{pod=~"{{pods}}"}[1m]))', maxRatio: 2, window: 2m}
            """);
    private static final Sample SPENT = new Sample(RolloutSample.NOON, Outcome.Fail, "", "the error budget is spent");
    private static final Sample TOO_FEW = new Sample(RolloutSample.NOON, Outcome.NotApplicable, "", "too few");

    @Test
    void aSpentBudgetFails() {
        assertThat(SLO.evaluate(new RolloutSample().answered(SLO, SPENT).everything())
                        .outcome())
                .isEqualTo(Outcome.Fail);
    }

    @Test
    void aHotFixIsLetThrough() {
        var finding = SLO.evaluate(new RolloutSample()
                .labelled("hotfix", "yes")
                .answered(SLO, SPENT)
                .everything());

        assertThat(finding.outcome()).isEqualTo(Outcome.NotApplicable);
        assertThat(finding.message()).contains("hotfix=yes", "the error budget is spent");
    }

    @Test
    void anotherValueOfTheLabelDoesNotExempt() {
        assertThat(SLO.evaluate(new RolloutSample()
                                .labelled("hotfix", "no")
                                .answered(SLO, SPENT)
                                .everything())
                        .outcome())
                .isEqualTo(Outcome.Fail);
    }

    @Test
    void comparingNeedsBothSides() {
        assertThat(COMPARE.evaluate(new RolloutSample()
                                .with(PodGate.Open)
                                .withoutOldPods()
                                .candidate())
                        .reason())
                .isEqualTo(FindingReason.NothingToCompare);
        assertThat(COMPARE.evaluate(new RolloutSample().everything()).outcome()).isEqualTo(Outcome.NotApplicable);
        assertThat(COMPARE.asks(new RolloutSample().with(PodGate.Open).candidate()))
                .hasSize(1);
    }

    @Test
    void tooFewSamplesAreWaitedForDuringOneWindow() {
        var rollout = new RolloutSample().with(PodGate.Open).answered(COMPARE, TOO_FEW);

        assertThat(COMPARE.evaluate(rollout.candidate()).outcome()).isEqualTo(Outcome.Unknown);
        assertThat(COMPARE.changesAt(rollout.candidate())).contains(RolloutSample.NOON.plus(Duration.ofMinutes(2)));
        assertThat(COMPARE.evaluate(
                                rollout.at(RolloutSample.NOON.plusSeconds(120)).candidate())
                        .outcome())
                .isEqualTo(Outcome.NotApplicable);
    }

    @Test
    void withoutAnExemptLabelNoneExempts() {
        var strict = slo("");
        var labelled = new RolloutSample().labelled("hotfix", "yes").answered(strict, SPENT);

        assertThat(strict.evaluate(labelled.everything()).outcome()).isEqualTo(Outcome.Fail);
    }

    @Test
    void aLabelWithoutAValueExemptsWithAny() {
        var lenient = slo("exemptLabel: hotfix,");

        assertThat(lenient.evaluate(new RolloutSample()
                                .labelled("hotfix", "whatever")
                                .answered(lenient, SPENT)
                                .everything())
                        .reason())
                .isEqualTo(FindingReason.Exempt);
        assertThat(lenient.evaluate(new RolloutSample()
                                .labelled("other", "yes")
                                .answered(lenient, SPENT)
                                .everything())
                        .outcome())
                .isEqualTo(Outcome.Fail);
    }

    @Test
    void atStayItAsksAboutTheTimeSinceTheRevisionTakesAllTraffic() {
        var stay = RolloutScene.check(
                "{name: it, gate: Stay, slo: {objective: 99.9%, ratio: {errors: 'bad', total: 'all'}}}");
        var watched = new RolloutSample().with(PodGate.Open).at(RolloutSample.NOON.plusSeconds(70));

        assertThat(texts(stay, watched.alone(RolloutSample.NOON)))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains("[1m]"));
        assertThat(texts(stay, watched.everything()))
                .anySatisfy(it -> assertThat(it).contains("[30d]"));
        assertThat(stay.changesAt(watched.alone(RolloutSample.NOON))).contains(RolloutSample.NOON.plusSeconds(120));
    }

    private static List<String> texts(Check check, Subject subject) {
        var request = (Request.Metrics) check.asks(subject).getFirst().request();
        return request.queries().stream().map(Query::text).toList();
    }

    private static Check slo(String label) {
        return RolloutScene.check(
                "{name: it, slo: {objective: 99.9%%, %s ratio: {errors: bad, total: all}}}".formatted(label));
    }

    @Test
    void whatWasComparedChangesOnlyWhenItIsAskedAgain() {
        var worse = new Sample(RolloutSample.NOON, Outcome.Fail, "worse", "new pods have more");
        var rollout = new RolloutSample().with(PodGate.Open).answered(COMPARE, worse);

        assertThat(COMPARE.changesAt(rollout.candidate())).isEmpty();
        assertThat(COMPARE.evaluate(rollout.candidate()).outcome()).isEqualTo(Outcome.Fail);
    }

    @Test
    void bothSidesAreAskedAboutOverOneWindow() {
        var request = (Request.Metrics)
                COMPARE.asks(new RolloutSample().with(PodGate.Open).candidate())
                        .getFirst()
                        .request();

        assertThat(request.queries())
                .singleElement()
                .satisfies(it -> assertThat(it.text()).startsWith("sum by (pod) (rate(x{pod=~\"cart-"));
    }
}
