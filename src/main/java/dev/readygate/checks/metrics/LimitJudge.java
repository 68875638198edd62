package dev.readygate.checks.metrics;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.MetricCheck;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.checks.cel.CelExpression;
import dev.readygate.checks.cel.CelResult;
import dev.readygate.checks.cel.CompiledExpression;
import dev.readygate.checks.cel.Vocabulary;
import dev.readygate.checks.cel.Vocabulary.Sort;
import dev.readygate.checks.metrics.Reduced.NoNumber;
import dev.readygate.checks.metrics.Reduced.Reduction;
import dev.readygate.facts.Figures;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A number within limits: the first answer is the number, the second, if any, says whether there was enough data.
 *
 * @param window of the queries
 */
public record LimitJudge(MetricCheck metric, ReadinessDuration window) implements MetricJudge {
    private static final Vocabulary NAMES = new Vocabulary(Map.of("value", Sort.Number));

    public LimitJudge(MetricCheck metric) {
        this(metric, metric.window());
    }

    /** Why the expression is invalid. */
    public static Optional<String> mistake(MetricCheck metric) {
        return expression(metric)
                .filter(CelExpression.Invalid.class::isInstance)
                .map(it -> "expression is no valid expression: " + ((CelExpression.Invalid) it).why());
    }

    private static Optional<CelExpression> expression(MetricCheck metric) {
        return Optional.ofNullable(metric.expression()).map(it -> CelExpression.truth(it, NAMES));
    }

    public String limit() {
        if (metric.expression() != null) {
            return metric.expression().strip().replaceAll("\\s+", " ");
        }
        return Stream.of(limit("at least", metric.min()), limit("at most", metric.max()))
                .flatMap(Optional::stream)
                .collect(joining(" and "));
    }

    private Optional<String> limit(String words, Double bound) {
        return Optional.ofNullable(bound).map(it -> words + " " + withUnit(it));
    }

    private String withUnit(double number) {
        return NumberText.brief(number) + (metric.unit() == null ? "" : " " + metric.unit());
    }

    @Override
    public Sample judge(List<MetricAnswer> answers, Instant at) {
        return tooFew(answers, at).orElseGet(() -> value(answers.getFirst(), at));
    }

    private Optional<Sample> tooFew(List<MetricAnswer> answers, Instant at) {
        return Optional.ofNullable(metric.minSamples())
                .map(it ->
                        new MinimumCount(it.atLeast(), window, metric.maxAge().toDuration()))
                .flatMap(it -> it.tooFew(answers.get(1), at));
    }

    private Sample value(MetricAnswer answer, Instant at) {
        var rule = new Reduction(
                Optional.ofNullable(metric.reduce()), metric.maxAge().toDuration());
        return switch (rule.apply(answer, at)) {
            case NoNumber none -> none.sample(at);
            case Reduced.ReducedNumber number -> compared(number.value(), at);
        };
    }

    private Sample compared(double value, Instant at) {
        return switch (verdict(value)) {
            case CelResult.Truth truth -> said(truth.holds(), value, at);
            case CelResult.Unfitting unfitting ->
                new NoNumber(Outcome.Error, "not judged: " + unfitting.why()).sample(at);
            case CelResult.TooCostly costly -> new NoNumber(Outcome.Error, "not judged: " + costly.why()).sample(at);
            case CelResult.CelNumber number -> throw new IllegalStateException("a truth was asked for");
        };
    }

    private CelResult verdict(double value) {
        return expression(metric)
                .map(CompiledExpression.class::cast)
                .map(it -> it.answer(Map.of("value", value)))
                .orElseGet(() -> new CelResult.Truth(within(value)));
    }

    private boolean within(double value) {
        return (metric.min() == null || value >= metric.min()) && (metric.max() == null || value <= metric.max());
    }

    private Sample said(boolean holds, double value, Instant at) {
        var shown = withUnit(value);
        var sentence = "%s over %s, expected %s".formatted(shown, window, limit());
        return new Sample(
                at,
                holds ? Outcome.Pass : Outcome.Fail,
                holds ? "within limits" : "beyond limits",
                sentence,
                new Figures(shown, Map.of("value", value)));
    }
}
