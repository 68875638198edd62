package dev.readygate.checks.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.MetricCheck;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitJudgeTest {
    private static final String AT_MOST = "{query: x, max: 0.01, maxAge: 1m, window: 10m}";

    private static Sample judge(String check, MetricAnswer... answers) {
        return new LimitJudge(metric(check)).judge(List.of(answers), AnswerSamples.NOON);
    }

    private static MetricCheck metric(String yaml) {
        return Serialization.unmarshal("---\n" + yaml, MetricCheck.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{query: x, max: 0.01}              | 0.01   | Pass",
                "{query: x, max: 0.01}              | 0.0101 | Fail",
                "{query: x, min: 2}                 | 2      | Pass",
                "{query: x, min: 2}                 | 1.99   | Fail",
                "{query: x, min: 2, max: 3}         | 2.5    | Pass",
                "{query: x, min: 2, max: 3}         | 3.5    | Fail",
                "{query: x, expression: value == 2.0}      | 2 | Pass",
                "{query: x, expression: value < 1.0}       | 2 | Fail"
            })
    void comparesTheOneSample(String check, double value, Outcome expected) {
        assertThat(judge(check, AnswerSamples.values(value)).outcome()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsNoDataOnEitherSide(double value) {
        assertThat(judge(AT_MOST, AnswerSamples.values(value)).outcome()).isEqualTo(Outcome.Unknown);
        assertThat(judge("{query: x, min: 0}", AnswerSamples.values(value)).outcome())
                .isEqualTo(Outcome.Unknown);
        assertThat(judge("{query: x, max: 1, reduce: Min}", AnswerSamples.values(0, value))
                        .outcome())
                .isEqualTo(Outcome.Unknown);
    }

    @Test
    void noSeriesIsNoData() {
        assertThat(judge(AT_MOST, AnswerSamples.nothing()).outcome()).isEqualTo(Outcome.Unknown);
    }

    @Test
    void anOldSampleIsNoData() {
        assertThat(judge(AT_MOST, AnswerSamples.old(0, 60)).outcome()).isEqualTo(Outcome.Pass);
        assertThat(judge(AT_MOST, AnswerSamples.old(0, 61)).outcome()).isEqualTo(Outcome.Unknown);
    }

    @Test
    void severalSamplesAreAnErrorOfTheQuery() {
        var sample = judge(AT_MOST, AnswerSamples.values(0, 0));

        assertThat(sample.outcome()).isEqualTo(Outcome.Error);
        assertThat(sample.message()).contains("2 samples", "reduce");
    }

    @ParameterizedTest
    @CsvSource({"Min,1", "Max,5", "Sum,9", "Mean,3"})
    void severalBecomeOneAsTheCheckSays(String how, double expected) {
        var sample = judge("{query: x, max: 0, reduce: %s}".formatted(how), AnswerSamples.values(1, 5, 3));

        assertThat(sample.figures().number("value")).hasValue(expected);
        assertThat(sample.outcome()).isEqualTo(Outcome.Fail);
    }

    @Test
    void tooLittleSeenIsNoData() {
        var check = "{query: x, max: 0.01, minSamples: {query: y, atLeast: 100}}";

        assertThat(judge(check, AnswerSamples.values(0.5), AnswerSamples.values(100))
                        .outcome())
                .isEqualTo(Outcome.Fail);
        var few = judge(check, AnswerSamples.values(0.5), AnswerSamples.values(99));
        assertThat(few.outcome()).isEqualTo(Outcome.Unknown);
        assertThat(few.message()).contains("only 99 seen over 5m", "100 are needed");
        assertThat(judge(check, AnswerSamples.values(0.5), AnswerSamples.nothing())
                        .outcome())
                .isEqualTo(Outcome.Unknown);
        assertThat(judge(check, AnswerSamples.values(0.5), AnswerSamples.values(1, 2))
                        .outcome())
                .isEqualTo(Outcome.Error);
    }

    @Test
    void noResultIsUnknownAndAnInvalidQueryAnError() {
        assertThat(judge(AT_MOST, new MetricAnswer.NoQueryResult("gone")).outcome())
                .isEqualTo(Outcome.Unknown);
        assertThat(judge(AT_MOST, new MetricAnswer.InvalidQuery("no PromQL")).outcome())
                .isEqualTo(Outcome.Error);
    }

    @Test
    void aFailureNamesValueLimitAndWindow() {
        var sample = judge("{query: x, max: 500, unit: ms, window: 10m}", AnswerSamples.values(823.456));

        assertThat(sample.message()).isEqualTo("823.5 ms over 10m, expected at most 500 ms");
        assertThat(sample.seen()).isEqualTo("823.5 ms");
    }

    @Test
    void aValueThatOnlyTremblesIsNoNews() {
        assertThat(judge(AT_MOST, AnswerSamples.values(0.001)).value())
                .isEqualTo(judge(AT_MOST, AnswerSamples.values(0.002)).value());
    }

    @Test
    void anExpressionThatMeansNothingIsAMistake() {
        assertThat(LimitJudge.mistake(metric("{query: x, expression: valeu < 1.0}")))
                .contains("expression is no valid expression: undeclared reference to 'valeu' at character 1");
        assertThat(LimitJudge.mistake(metric("{query: x, expression: value < 1.0}")))
                .isEmpty();
    }

    @Test
    void whatItsExpressionCannotJudgeIsAnErrorAndNoFailure() {
        var sample = judge("{query: x, expression: int(value) > 0}", AnswerSamples.values(1e300));

        assertThat(sample.outcome()).isEqualTo(Outcome.Error);
        assertThat(sample.message()).startsWith("not judged: ");
    }

    @Test
    void anExpressionThatTakesTooLongIsAnErrorToo() {
        var list = "[" + "0, ".repeat(99) + "0]";
        var costly = "{query: x, expression: '%1$s.all(a, %1$s.all(b, %1$s.all(c, value > 0.0)))'}".formatted(list);

        var sample = judge(costly, AnswerSamples.values(1));

        assertThat(sample.outcome()).isEqualTo(Outcome.Error);
        assertThat(sample.message()).startsWith("not judged: it takes too long");
    }

    @Test
    void aFailedExpressionIsToldOnOneLine() {
        var sample = judge("{query: x, expression: \"value <\\n  1.0\"}", AnswerSamples.values(2));

        assertThat(sample.message()).isEqualTo("2 over 5m, expected value < 1.0");
        assertThat(sample.value()).isEqualTo("beyond limits");
    }
}
