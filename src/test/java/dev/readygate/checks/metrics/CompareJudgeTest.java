package dev.readygate.checks.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CompareCheck;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareJudgeTest {
    private static final int STEPS = 10;

    private static Series pod(String name, int from, IntToDoubleFunction value) {
        var points = new ArrayList<Point>();
        for (int i = from; i < STEPS; i++) {
            points.add(new Point(i, value.applyAsDouble(i)));
        }
        return new Series(Map.of("pod", name), points);
    }

    private static Sample judge(String check, Series... series) {
        var compare = Serialization.unmarshal("---\n" + check, CompareCheck.class);
        return new CompareJudge(compare, Set.of("new"), Set.of("old-1", "old-2"))
                .judge(List.of(new MetricAnswer.QueryResult(List.of(series))), AnswerSamples.NOON);
    }

    private static Sample judge(String check, double fresh, double old) {
        return judge(check, pod("new", 0, i -> fresh), pod("old-1", 0, i -> old), pod("old-2", 0, i -> old));
    }

    @ParameterizedTest
    @CsvSource({
        "Higher, 11, 1, Fail",
        "Higher, 9, 1, Pass",
        "Higher, 0.1, 1, Pass",
        "Lower, 0.09, 1, Fail",
        "Lower, 11, 1, Pass",
        "Either, 0.09, 1, Fail",
        "Either, 11, 1, Fail",
        "Higher, 0.001, 0, Fail",
        "Higher, 0, 0, Pass"
    })
    void aRatioLooksInTheDirectionThatIsWorse(String worse, double fresh, double old, Outcome expected) {
        var check = "{query: q, maxRatio: 10, worse: %s}".formatted(worse);

        assertThat(judge(check, fresh, old).outcome()).isEqualTo(expected);
    }

    @Test
    void aFailureNamesBothMeansAndTheLimit() {
        assertThat(judge("{query: q, maxRatio: 10}", 11, 1).message())
                .isEqualTo("new pods have 11 against 1 of the old ones over 5m: limit 10 times");
    }

    @ParameterizedTest
    @CsvSource({"Higher, Fail", "Lower, Pass", "Either, Fail"})
    void ranksLookInTheDirectionThatIsWorse(String worse, Outcome expected) {
        var check = "{query: q, rankTest: {}, worse: %s}".formatted(worse);

        var sample = judge(
                check, pod("new", 0, i -> 2 + i % 3), pod("old-1", 0, i -> 1 + i % 3), pod("old-2", 0, i -> 1 + i % 2));

        assertThat(sample.outcome()).isEqualTo(expected);
    }

    @Test
    void aSureDifferenceThatIsSmallIsNone() {
        var fresh = pod("new", 0, i -> 1 + i % 3 + 0.0);
        var old = pod("old-1", 0, i -> 1 + i % 3);

        assertThat(judge("{query: q, rankTest: {confidence: 50%, minEffect: 0.3}}", fresh, old)
                        .outcome())
                .isEqualTo(Outcome.Pass);
    }

    @Test
    void withTwoMeasuresBothMustSaySo() {
        var check = "{query: q, maxRatio: 10, rankTest: {}}";

        assertThat(judge(check, pod("new", 0, i -> 2 + i % 2), pod("old-1", 0, i -> 1 + i / 100.0))
                        .outcome())
                .isEqualTo(Outcome.Pass);
        assertThat(judge(check, pod("new", 0, i -> 20 + i % 2), pod("old-1", 0, i -> 1 + i / 100.0))
                        .outcome())
                .isEqualTo(Outcome.Fail);
    }

    @Test
    void onlyMomentsOfBothSidesCount() {
        var alone = judge("{query: q, maxRatio: 10, minSamples: 6}", pod("new", 5, i -> 1), pod("old-1", 0, i -> 1));

        assertThat(alone.outcome()).isEqualTo(Outcome.NotApplicable);
        assertThat(alone.message()).contains("5 samples of new pods and 5 of old ones");
    }

    @Test
    void whatIsNoNumberIsLeftOut() {
        assertThat(judge("{query: q, maxRatio: 10}", pod("new", 0, i -> Double.NaN), pod("old-1", 0, i -> 1))
                        .outcome())
                .isEqualTo(Outcome.NotApplicable);
    }

    @Test
    void seriesThatNameNoPodAreAnErrorOfTheQuery() {
        assertThat(judge("{query: q, maxRatio: 10}", new Series(Map.of(), List.of(new Point(1, 1))))
                        .outcome())
                .isEqualTo(Outcome.Error);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, Pass", "2, 1, Pass", "1, 2, Pass"})
    void whereNeitherSideIsTooFarTheDirectionDoesNotMatter(double fresh, double old, Outcome expected) {
        assertThat(judge("{query: q, maxRatio: 10, worse: Either}", fresh, old).outcome())
                .isEqualTo(expected);
    }

    @Test
    void aDifferenceWithoutEnoughEffectIsNoneHoweverSureItIs() {
        var fresh = pod("new", 0, i -> i + 1.5);
        var old = pod("old-1", 0, i -> i);

        assertThat(judge("{query: q, rankTest: {confidence: 50%, minEffect: 0.1}}", fresh, old)
                        .outcome())
                .isEqualTo(Outcome.Fail);
        assertThat(judge("{query: q, rankTest: {confidence: 50%, minEffect: 0.9}}", fresh, old)
                        .outcome())
                .isEqualTo(Outcome.Pass);
    }

    @Test
    void withoutAnAnswerItIsUnknown() {
        var sample = judge(new MetricAnswer.NoQueryResult("Prometheus gave no answer"));

        assertThat(sample.outcome()).isEqualTo(Outcome.Unknown);
        assertThat(sample.message()).isEqualTo("no data: Prometheus gave no answer");
    }

    @Test
    void aQueryThatIsRefusedIsAnErrorThatSaysWhy() {
        var sample = judge(new MetricAnswer.InvalidQuery("no PromQL"));

        assertThat(sample.outcome()).isEqualTo(Outcome.Error);
        assertThat(sample.message()).isEqualTo("no PromQL");
    }

    private static Sample judge(MetricAnswer answer) {
        var compare = Serialization.unmarshal("---\n{query: q, maxRatio: 10}", CompareCheck.class);
        return new CompareJudge(compare, Set.of("new"), Set.of("old-1")).judge(List.of(answer), AnswerSamples.NOON);
    }

    @Test
    void aDifferenceThatMayBeChanceIsNone() {
        var fresh = pod("new", 0, i -> i + 1.5);
        var old = pod("old-1", 0, i -> i);

        assertThat(judge("{query: q, rankTest: {confidence: 99.9%, minEffect: 0.1}}", fresh, old)
                        .outcome())
                .isEqualTo(Outcome.Pass);
    }

    @Test
    void ranksSeeThatTheNewOnesHaveLess() {
        var sample = judge(
                "{query: q, rankTest: {}, worse: Lower}", pod("new", 0, i -> i % 3), pod("old-1", 0, i -> 5 + i % 3));

        assertThat(sample.outcome()).isEqualTo(Outcome.Fail);
        assertThat(sample.value()).isEqualTo("worse");
    }

    @Test
    void theLimitNamesBothMeasures() {
        var compare = Serialization.unmarshal(
                "---\n{query: q, maxRatio: 1.5, rankTest: {confidence: 99%, minEffect: 0.3}}", CompareCheck.class);

        assertThat(CompareJudge.limit(compare))
                .isEqualTo("at most 1.5 times the old mean or no difference of 0.3 or more with 99% confidence");
    }
}
