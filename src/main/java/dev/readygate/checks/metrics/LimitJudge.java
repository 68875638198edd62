package dev.readygate.checks.metrics;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.MetricCheck;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.checks.cel.Answer;
import dev.readygate.checks.cel.Expression;
import dev.readygate.checks.cel.Program;
import dev.readygate.checks.cel.Vocabulary;
import dev.readygate.checks.cel.Vocabulary.Sort;
import dev.readygate.checks.metrics.Reduced.None;
import dev.readygate.checks.metrics.Reduced.Rule;
import dev.readygate.facts.Figures;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A number within limits: the first answer is it, the second, if there is one, says whether enough was seen.
 *
 * @param window over which it was asked
 */
public record LimitJudge(MetricCheck metric, ReadinessDuration window) implements Judge {
    private static final Vocabulary NAMES = new Vocabulary(Map.of("value", Sort.Number));

    public LimitJudge(MetricCheck metric) {
        this(metric, metric.window());
    }

    /** What is wrong with the expression as it is written. */
    public static Optional<String> mistake(MetricCheck metric) {
        return expression(metric)
                .filter(Expression.Invalid.class::isInstance)
                .map(it -> "expression is no valid expression: " + ((Expression.Invalid) it).why());
    }

    private static Optional<Expression> expression(MetricCheck metric) {
        return Optional.ofNullable(metric.expression()).map(it -> Expression.truth(it, NAMES));
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
        return Numbers.brief(number) + (metric.unit() == null ? "" : " " + metric.unit());
    }

    @Override
    public Sample judge(List<MetricAnswer> answers, Instant at) {
        return tooFew(answers, at).orElseGet(() -> value(answers.getFirst(), at));
    }

    private Optional<Sample> tooFew(List<MetricAnswer> answers, Instant at) {
        if (metric.minSamples() == null) {
            return Optional.empty();
        }
        return switch (new Rule(Optional.empty(), metric.maxAge().toDuration()).apply(answers.get(1), at)) {
            case None none -> Optional.of(new None(none.outcome(), "minSamples: " + none.why()).sample(at));
            case Reduced.Number seen
            when seen.value() < metric.minSamples().atLeast() ->
                Optional.of(None.unknown("no data: only %s seen over %s, and %s are needed"
                                .formatted(
                                        Numbers.brief(seen.value()),
                                        window,
                                        Numbers.brief(metric.minSamples().atLeast())))
                        .sample(at));
            case Reduced.Number seen -> Optional.empty();
        };
    }

    private Sample value(MetricAnswer answer, Instant at) {
        var rule =
                new Rule(Optional.ofNullable(metric.reduce()), metric.maxAge().toDuration());
        return switch (rule.apply(answer, at)) {
            case None none -> none.sample(at);
            case Reduced.Number number -> compared(number.value(), at);
        };
    }

    private Sample compared(double value, Instant at) {
        return switch (verdict(value)) {
            case Answer.Truth truth -> said(truth.holds(), value, at);
            case Answer.Unfitting unfitting -> new None(Outcome.Error, "not judged: " + unfitting.why()).sample(at);
            case Answer.TooCostly costly -> new None(Outcome.Error, "not judged: " + costly.why()).sample(at);
            case Answer.Number number -> throw new IllegalStateException("a truth was asked for");
        };
    }

    private Answer verdict(double value) {
        return expression(metric)
                .map(Program.class::cast)
                .map(it -> it.answer(Map.of("value", value)))
                .orElseGet(() -> new Answer.Truth(within(value)));
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
