package dev.readygate.checks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.readygate.api.v1alpha1.Percentage;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.api.v1alpha1.SloCheck;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 99.9 % over 30 days: one request in a thousand may fail. Windows: 30d, 1h, 5m, 6h, 30m. */
class SloJudgeTest {
    private static final String RATIO = "{objective: 99.9%, ratio: {errors: bad, total: all}}";

    private static SloCheck slo(String yaml) {
        return Serialization.unmarshal("---\n" + yaml, SloCheck.class);
    }

    private static Sample judge(String check, double... badShares) {
        List<MetricAnswer> answers = DoubleStream.of(badShares)
                .<MetricAnswer>mapToObj(AnswerSamples::values)
                .toList();
        return new SloJudge(slo(check)).judge(answers, AnswerSamples.NOON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // failed of a million requests in 30 days | attained | left of the budget | outcome
                "    0 | 100     | 100 | Pass",
                "  400 |  99.96  |  60 | Pass",
                "  999 |  99.9001|   0.1 | Pass",
                " 1001 |  99.8999|  -0.1 | Fail",
                " 2500 |  99.75  | -150 | Fail"
            })
    void theBudgetIsWhatTheObjectiveLeavesForFailures(double bad, double attained, double left, Outcome outcome) {
        var sample = judge(RATIO, bad / 1_000_000, 0, 0, 0, 0);

        assertThat(sample.outcome()).isEqualTo(outcome);
        assertThat(sample.figures().number("attained").orElseThrow()).isCloseTo(attained, within(1e-9));
        assertThat(sample.figures().number("budgetLeft").orElseThrow()).isCloseTo(left, within(1e-6));
    }

    /** Windows of a revision that took all traffic ten minutes ago: 10m and 5m; the pair of 6h and 30m does not count. */
    @ParameterizedTest
    @CsvSource({"2, 2, Pass", "14.5, 14.5, Fail", "14.5, 0, Pass"})
    void aRevisionAnswersForHowFastItBurnsTheBudgetAndNotForABudgetSpentBefore(
            double longOne, double shortOne, Outcome outcome) {
        var check = slo(RATIO);
        var since = SloWindows.since(check, Duration.ofMinutes(10));
        var answers = DoubleStream.of(longOne, shortOne)
                .<MetricAnswer>mapToObj(it -> AnswerSamples.values(it / 1000))
                .toList();

        var sample = new SloJudge(check, since).judge(answers, AnswerSamples.NOON);

        assertThat(since.each()).containsExactly(Duration.ofMinutes(10), Duration.ofMinutes(5));
        assertThat(sample.outcome()).isEqualTo(outcome);
        assertThat(sample.message()).contains("over 10m, since it takes all traffic");
    }

    @Test
    void beforeTheShortestWindowIsOverOnlyTheFastestPairCounts() {
        var since = SloWindows.since(slo(RATIO), Duration.ofSeconds(30));

        assertThat(since.each()).containsExactly(Duration.ofSeconds(30));
        assertThat(since.pairs())
                .singleElement()
                .satisfies(it -> assertThat(it.factor()).isEqualTo(14.4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // failures per thousand over 1h and 5m | over 6h and 30m
                "14.3, 50   | 0, 0     | Pass",
                "50, 14.3   | 0, 0     | Pass",
                "14.5, 14.5 | 0, 0     | Fail",
                "0, 0       | 6.1, 6.1 | Fail",
                "0, 0       | 5.9, 50  | Pass",
                "0, 0       | 50, 5.9  | Pass"
            })
    void itBurnsTooFastWhereBothWindowsOfAPairSaySo(String fast, String slow, Outcome outcome) {
        var shares = Stream.of("0.1", fast, slow)
                .flatMap(it -> Stream.of(it.split(",")))
                .mapToDouble(it -> Double.parseDouble(it) / 1000)
                .toArray();

        assertThat(judge(RATIO, shares).outcome()).isEqualTo(outcome);
    }

    @Test
    void aFailureNamesBurnAndLimit() {
        assertThat(judge(RATIO, 0.0001, 0.02, 0.03, 0, 0).message())
                .isEqualTo("99.99% good over 30d (objective 99.9%), "
                        + "the error budget burns 20 times too fast over 1h and 30 over 5m, limit 14.4");
    }

    @Test
    void someOfTheBudgetMayHaveToBeLeft() {
        var check = "{objective: 99.9%, minBudget: 10%, ratio: {errors: bad, total: all}}";

        assertThat(judge(check, 0.0009, 0, 0, 0, 0).outcome()).isEqualTo(Outcome.Pass);
        var sample = judge(check, 0.00092, 0, 0, 0, 0);
        assertThat(sample.outcome()).isEqualTo(Outcome.Fail);
        assertThat(sample.message()).contains("8% of the error budget is left, 10% needed");
    }

    @Test
    void nothingBurnsWhereNothingHappens() {
        assertThat(judge(RATIO, 0.0001, Double.NaN, Double.NaN, 0, 0).outcome()).isEqualTo(Outcome.Pass);
    }

    @Test
    void withoutRequestsItIsUnknown() {
        assertThat(judge(RATIO, Double.NaN, 0, 0, 0, 0).outcome()).isEqualTo(Outcome.Unknown);
        assertThat(judge(RATIO, Double.POSITIVE_INFINITY, 0, 0, 0, 0).outcome()).isEqualTo(Outcome.Unknown);
    }

    @Test
    void aWindowWithoutSeriesHidesWhetherItBurns() {
        assertThat(mixed(0.02, AnswerSamples.nothing()).outcome()).isEqualTo(Outcome.Unknown);
        assertThat(mixed(0.002, AnswerSamples.nothing()).outcome())
                .as("the long window says that it does not")
                .isEqualTo(Outcome.Pass);
        assertThat(mixed(0.02, new MetricAnswer.NoQueryResult("gone")).outcome())
                .isEqualTo(Outcome.Unknown);
        assertThat(mixed(0.02, new MetricAnswer.InvalidQuery("nonsense")).outcome())
                .isEqualTo(Outcome.Error);
    }

    private static Sample mixed(double hour, MetricAnswer fiveMinutes) {
        var answers = List.of(
                AnswerSamples.values(0),
                AnswerSamples.values(hour),
                fiveMinutes,
                AnswerSamples.values(0),
                AnswerSamples.values(0));
        return new SloJudge(slo(RATIO)).judge(answers, AnswerSamples.NOON);
    }

    /** The tables of Pyrra's README, for 28 days, and of Sloth's defaults, for 30 days. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Pyrra | 28d | 1h 5m 14.0, 6h 30m 7.0, 1d 2h 2.0, 4d 6h 1.0
            Pyrra | 7d  | 15m 1m15s 14.0, 1h30m 7m30s 7.0, 6h 30m 2.0, 1d 1h30m 1.0
            Sloth | 30d | 1h 5m 14.4, 6h 30m 6.0, 1d 2h 3.0, 3d 6h 1.0
            Sloth | 28d | 1h 5m 13.44, 6h 30m 5.6, 1d 2h 2.8, 3d 6h 0.93
            """)
    void tablesOfOthersHaveNames(String table, String window, String pairs) {
        var slo = slo("{objective: 99.9%%, window: %s, burnRateTable: %s, ratio: {errors: b, total: a}}"
                .formatted(window, table));

        assertThat(BurnRates.of(slo).stream()
                        .map(it -> text(it.longWindow()) + " " + text(it.shortWindow()) + " "
                                + Math.rint(it.factor() * 100) / 100)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(pairs);
    }

    @Test
    void tooFewRequestsAreNoData() {
        var check = "{objective: 99%, ratio: {errors: b, total: a}, minSamples: 100}";
        var answers = new ArrayList<>(Collections.nCopies(5, AnswerSamples.values(0)));

        answers.add(AnswerSamples.values(99));
        var few = new SloJudge(slo(check)).judge(answers, AnswerSamples.NOON);
        answers.set(5, AnswerSamples.values(100));
        var enough = new SloJudge(slo(check)).judge(answers, AnswerSamples.NOON);

        assertThat(few.outcome()).isEqualTo(Outcome.Unknown);
        assertThat(few.message()).isEqualTo("no data: only 99 seen over 30d, and 100 are needed");
        assertThat(enough.outcome()).isEqualTo(Outcome.Pass);
    }

    @ParameterizedTest
    @CsvSource({"30d, 1h 5m, 6h 30m", "7d, 14m 1m10s, 1h24m 7m", "90d, 3h 15m, 18h 1h30m", "1d, 2m 1m, 12m 1m"})
    void windowsAreStretchedAndFactorsAreNot(String window, String fast, String slow) {
        var stretched = slo("{objective: 99.9%%, window: %s, ratio: {errors: b, total: a}}".formatted(window));

        var pairs = BurnRates.of(stretched);

        assertThat(pairs.stream().map(it -> text(it.longWindow()) + " " + text(it.shortWindow()) + " " + it.factor()))
                .containsExactly(fast + " 14.4", slow + " 6.0");
    }

    private static String text(Duration duration) {
        return ReadinessDuration.of(duration).text();
    }

    @ParameterizedTest
    @CsvSource({"99.9999,99.999%", "99.96,99.9%", "99.97,99.95%", "99.93,99.9%", "99.92,99.5%", "93,90%"})
    void whatWasAttainedSupportsAnObjectiveThatLeavesAQuarter(double attained, String objective) {
        assertThat(SloJudge.recommended(attained)).contains(new Percentage(objective));
    }

    @Test
    void littleSupportsNone() {
        assertThat(SloJudge.recommended(92)).isEmpty();
    }

    /** A rule of Prometheus compares with factor * allowed share; the quotient would be more by the last bit. */
    @Test
    void aBurnRateExactlyOnTheLimitIsNoFailureAsForPrometheus() {
        var check = "{objective: 99%, ratio: {errors: b, total: a}, burnRates: [{long: 2h, short: 10m, factor: 14.4}]}";
        double onTheLimit = 14.4 * 0.01;

        assertThat(onTheLimit / 0.01).isGreaterThan(14.4);
        assertThat(judge(check, 0, onTheLimit, onTheLimit).outcome()).isEqualTo(Outcome.Pass);
        assertThat(judge(check, 0, Math.nextUp(onTheLimit), Math.nextUp(onTheLimit))
                        .outcome())
                .isEqualTo(Outcome.Fail);
    }

    @Test
    void ratesOfAPolicyReplaceTheUsualOnes() {
        var check = "{objective: 99.9%, ratio: {errors: b, total: a}, burnRates: [{long: 2h, short: 10m, factor: 3}]}";

        assertThat(judge(check, 0, 0.0031, 0.0031).outcome()).isEqualTo(Outcome.Fail);
        assertThat(judge(check, 0, 0.0029, 0.0031).outcome()).isEqualTo(Outcome.Pass);
        assertThat(new SloJudge(slo(check)).limit()).endsWith("burning at most 3 times over 2h");
        assertThat(BurnRates.mistake(slo(check))).isEmpty();
    }

    @Test
    void aBudgetSpentAtOnceIsToldWithoutANumberOfInfiniteLength() {
        assertThat(NumberText.brief(Double.POSITIVE_INFINITY)).isEqualTo("infinity");
        assertThat(NumberText.brief(Double.NaN)).isEqualTo("not a number");
        assertThat(NumberText.brief(12345.6)).isEqualTo("12346");
    }

    @Test
    void howFastItBurnsIsShownOverTheFirstLongWindow() {
        assertThat(judge(RATIO, 0, 0.005, 0.02, 0.001, 0.001).figures().number("burn"))
                .hasValueCloseTo(5.0, within(1e-9));
    }
}
