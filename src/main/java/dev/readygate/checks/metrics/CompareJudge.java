package dev.readygate.checks.metrics;

import dev.readygate.api.v1alpha1.CompareCheck;
import dev.readygate.api.v1alpha1.CompareCheck.RankTest;
import dev.readygate.facts.Figures;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.statistics.inference.AlternativeHypothesis;

/** New pods are no worse than old ones over the same minutes: one value for each pod and step. */
public record CompareJudge(CompareCheck compare, Set<String> fresh, Set<String> old) implements MetricJudge {

    public CompareJudge {
        fresh = Set.copyOf(fresh);
        old = Set.copyOf(old);
    }

    public static String limit(CompareCheck compare) {
        var ratio = Stream.ofNullable(compare.maxRatio())
                .map(it -> "at most %s times the old mean".formatted(NumberText.brief(it)));
        var rank = Stream.ofNullable(compare.rankTest())
                .map(it -> "no difference of %s or more with %s confidence"
                        .formatted(NumberText.brief(it.minEffect()), it.confidence()));
        return String.join(" or ", Stream.concat(ratio, rank).toList());
    }

    @Override
    public Sample judge(List<MetricAnswer> answers, Instant at) {
        return switch (answers.getFirst()) {
            case MetricAnswer.NoQueryResult silent ->
                new Sample(at, Outcome.Unknown, "no data", "no data: " + silent.why());
            case MetricAnswer.InvalidQuery refused -> new Sample(at, Outcome.Error, "not asked", refused.why());
            case MetricAnswer.QueryResult told
            when told.series().stream().anyMatch(it -> !it.labels().containsKey("pod")) ->
                new Sample(
                        at,
                        Outcome.Error,
                        "not asked",
                        "the query gives series without a label pod: keep it, with by (pod)");
            case MetricAnswer.QueryResult told -> judge(Sides.of(told.series(), fresh, old), at);
        };
    }

    private Sample judge(Sides sides, Instant at) {
        int fewer = Math.min(sides.fresh().length, sides.old().length);
        if (fewer < compare.minSamples()) {
            var sentence = "%d samples of new pods and %d of old ones over %s, %d of each are needed"
                    .formatted(sides.fresh().length, sides.old().length, compare.window(), compare.minSamples());
            return new Sample(at, Outcome.NotApplicable, "too few samples", sentence);
        }
        var measures = new ArrayList<Measure>();
        if (compare.maxRatio() != null) {
            measures.add(ratio(sides));
        }
        if (compare.rankTest() != null) {
            measures.add(rank(sides, compare.rankTest()));
        }
        return said(measures, sides, at);
    }

    private record Measure(boolean worse, String sentence) {}

    /** Without dividing: where the old mean is 0, anything is more than that. */
    private Measure ratio(Sides sides) {
        double fresh = sides.meanOfNew();
        double old = sides.meanOfOld();
        boolean higher = fresh > compare.maxRatio() * old;
        boolean lower = old > compare.maxRatio() * fresh;
        boolean worse = switch (compare.worse()) {
            case Higher -> higher;
            case Lower -> lower;
            case Either -> higher || lower;
        };
        return new Measure(worse, "limit %s times".formatted(NumberText.brief(compare.maxRatio())));
    }

    private Measure rank(Sides sides, RankTest test) {
        var result = RankSum.of(sides.fresh(), sides.old(), alternative());
        double effect = switch (compare.worse()) {
            case Higher -> result.effect();
            case Lower -> -result.effect();
            case Either -> Math.abs(result.effect());
        };
        boolean worse = result.p() < 1 - test.confidence().fraction() && effect >= test.minEffect();
        var sentence = "effect %s (limit %s), p %s"
                .formatted(
                        NumberText.brief(result.effect()),
                        NumberText.brief(test.minEffect()),
                        NumberText.brief(result.p()));
        return new Measure(worse, sentence);
    }

    private AlternativeHypothesis alternative() {
        return switch (compare.worse()) {
            case Higher -> AlternativeHypothesis.GREATER_THAN;
            case Lower -> AlternativeHypothesis.LESS_THAN;
            case Either -> AlternativeHypothesis.TWO_SIDED;
        };
    }

    /** Of two measures both must be worse. */
    private Sample said(List<Measure> measures, Sides sides, Instant at) {
        boolean worse = measures.stream().allMatch(Measure::worse);
        var shown = "%s against %s".formatted(NumberText.brief(sides.meanOfNew()), NumberText.brief(sides.meanOfOld()));
        var sentence = "new pods have %s of the old ones over %s: %s"
                .formatted(
                        shown,
                        compare.window(),
                        String.join(
                                "; ", measures.stream().map(Measure::sentence).toList()));
        return new Sample(
                at,
                worse ? Outcome.Fail : Outcome.Pass,
                worse ? "worse" : "not worse",
                sentence,
                new Figures(shown, Map.of("new", sides.meanOfNew(), "old", sides.meanOfOld())));
    }
}
