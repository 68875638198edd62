package dev.readygate.checks.metrics;

import dev.readygate.api.v1alpha1.Percentage;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.api.v1alpha1.SloCheck;
import dev.readygate.checks.metrics.BurnRates.BurnWindows;
import dev.readygate.facts.Figures;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An objective is kept, and its budget does not burn too fast. It judges the answers to {@link Indicator#queries}. */
public record SloJudge(SloCheck slo, SloWindows over) implements MetricJudge {
    public static final String ATTAINED = "attained";
    public static final String BUDGET_LEFT = "budgetLeft";
    public static final String BURN = "burn";

    /** Over the windows of the policy. */
    public SloJudge(SloCheck slo) {
        this(slo, SloWindows.of(slo));
    }

    public String limit() {
        var burning = BurnRates.of(slo).stream()
                .map(it -> "%s times over %s"
                        .formatted(NumberText.brief(it.factor()), ReadinessDuration.of(it.longWindow())))
                .toList();
        return "%s good over %s, %s of the budget left, burning at most %s"
                .formatted(slo.objective(), slo.window(), needed(), String.join(" and ", burning));
    }

    private Percentage needed() {
        return Optional.ofNullable(slo.minBudget()).orElse(new Percentage("0%"));
    }

    /** The objective that its budget would have supported; shown, and never applied. */
    public static Optional<Percentage> recommended(double attainedPercent) {
        return Budget.supportedBy(attainedPercent);
    }

    @Override
    public Sample judge(List<MetricAnswer> answers, Instant at) {
        return tooFew(answers, at).orElseGet(() -> new SloInput(this, BadShares.of(over.each(), answers), at).sample());
    }

    /** The last answer is the count, where one is asked for. */
    private Optional<Sample> tooFew(List<MetricAnswer> answers, Instant at) {
        return Optional.ofNullable(slo.minSamples())
                .map(it -> new MinimumCount(
                        it, ReadinessDuration.of(over.whole()), slo.maxAge().toDuration()))
                .flatMap(it -> it.tooFew(answers.getLast(), at));
    }

    /** Evaluates all windows. */
    private record SloInput(SloJudge judge, BadShares shares, Instant at) {

        Sample sample() {
            return switch (shares.over(over().whole())) {
                case BadShare.Bad bad -> sample(bad.share());
                case BadShare.Quiet quiet ->
                    new Sample(at, Outcome.Unknown, "no data", "no data: nothing was counted over " + window());
                case BadShare.NoShare none -> new Sample(at, none.outcome(), "no data", none.why());
            };
        }

        private SloWindows over() {
            return judge.over();
        }

        private ReadinessDuration window() {
            return ReadinessDuration.of(over().whole());
        }

        private Budget budget() {
            return Budget.of(judge.slo().objective());
        }

        private Sample sample(double bad) {
            return spent(bad)
                    .or(() -> burning(bad))
                    .or(this::unknown)
                    .orElseGet(() -> said(Outcome.Pass, bad, calm(bad)));
        }

        private Optional<Sample> spent(double bad) {
            double left = budget().left(bad);
            double needed = judge.needed().fraction();
            return over().ofOneRevision() || left >= needed
                    ? Optional.empty()
                    : Optional.of(said(
                            Outcome.Fail,
                            bad,
                            "%s of the error budget is left, %s needed".formatted(percent(left), percent(needed))));
        }

        private String calm(double bad) {
            return over().ofOneRevision()
                    ? "it burns the error budget %s times, limit %s"
                            .formatted(
                                    NumberText.brief(burnNow()),
                                    NumberText.brief(pairs().getFirst().factor()))
                    : "%s of the error budget is left".formatted(percent(budget().left(bad)));
        }

        private Optional<Sample> burning(double bad) {
            return pairs().stream().filter(this::burns).findFirst().map(it -> said(Outcome.Fail, bad, tooFast(it)));
        }

        private List<BurnWindows> pairs() {
            return over().pairs();
        }

        private boolean burns(BurnWindows pair) {
            return exceeds(pair.longWindow(), pair.factor()) && exceeds(pair.shortWindow(), pair.factor());
        }

        private boolean exceeds(Duration window, double factor) {
            return shares.over(window) instanceof BadShare.Bad bad && budget().burnsFaster(bad.share(), factor);
        }

        private String tooFast(BurnWindows pair) {
            return pair.longWindow().equals(pair.shortWindow()) ? tooFastNow(pair) : tooFastOverBoth(pair);
        }

        private String tooFastNow(BurnWindows pair) {
            return "the error budget burns %s times too fast, limit %s"
                    .formatted(NumberText.brief(burn(pair.longWindow())), NumberText.brief(pair.factor()));
        }

        private String tooFastOverBoth(BurnWindows pair) {
            return "the error budget burns %s times too fast over %s and %s over %s, limit %s"
                    .formatted(
                            NumberText.brief(burn(pair.longWindow())),
                            ReadinessDuration.of(pair.longWindow()),
                            NumberText.brief(burn(pair.shortWindow())),
                            ReadinessDuration.of(pair.shortWindow()),
                            NumberText.brief(pair.factor()));
        }

        /** A window without data does not burn; whether that matters, see {@link #unknown}. */
        private double burn(Duration window) {
            return shares.over(window) instanceof BadShare.Bad bad ? budget().burn(bad.share()) : 0;
        }

        /** A window without data hides whether it burns, unless the other one of its pair does not burn. */
        private Optional<Sample> unknown() {
            return pairs().stream()
                    .flatMap(it -> hidden(it).stream())
                    .findFirst()
                    .map(it -> new Sample(at, it.outcome(), "no data", it.why()));
        }

        private Optional<BadShare.NoShare> hidden(BurnWindows pair) {
            var both = List.of(shares.over(pair.longWindow()), shares.over(pair.shortWindow()));
            boolean calm = both.stream()
                    .anyMatch(it -> it instanceof BadShare.Quiet
                            || it instanceof BadShare.Bad bad && !budget().burnsFaster(bad.share(), pair.factor()));
            return calm
                    ? Optional.empty()
                    : both.stream()
                            .filter(BadShare.NoShare.class::isInstance)
                            .map(BadShare.NoShare.class::cast)
                            .findFirst();
        }

        private Sample said(Outcome outcome, double bad, String sentence) {
            double attained = 100 * (1 - bad);
            double left = budget().left(bad);
            var message = "%s%% good over %s%s (objective %s), %s"
                    .formatted(
                            NumberText.floored(attained, 4),
                            window(),
                            over().ofOneRevision() ? ", since it takes all traffic" : "",
                            judge.slo().objective(),
                            sentence);
            var figures = new Figures(
                    NumberText.floored(attained, 4) + "%",
                    Map.of(ATTAINED, attained, BUDGET_LEFT, 100 * left, BURN, burnNow()));
            var seen = over().ofOneRevision()
                    ? "burning %s times".formatted(NumberText.brief(burnNow()))
                    : percent(left) + " of the budget left";
            return new Sample(at, outcome, seen, message, figures);
        }

        /** Over the first pair's long window, which users look at first. */
        private double burnNow() {
            return burn(pairs().getFirst().longWindow());
        }

        private static String percent(double share) {
            return NumberText.floored(100 * share, 0) + "%";
        }
    }
}
