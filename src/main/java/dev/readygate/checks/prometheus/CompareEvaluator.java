package dev.readygate.checks.prometheus;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.CompareCheck;
import dev.readygate.checks.CheckType;
import dev.readygate.checks.Finding;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Subject;
import dev.readygate.checks.metrics.CompareJudge;
import dev.readygate.checks.metrics.MetricJudge;
import dev.readygate.checks.metrics.Query;
import dev.readygate.checks.metrics.Query.Span;
import dev.readygate.checks.promql.QueryTemplate;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Reading;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** New pods are no worse than the old ones beside them. Without both there is no comparison. */
public record CompareEvaluator(CheckSpec spec, CompareCheck compare) implements PrometheusRequests {
    public static final CheckType<CompareCheck> TYPE = CheckType.of(CompareCheck.class, CompareEvaluator::new)
            .mistakes(
                    (spec, compare) -> mistake(compare).or(() -> new CompareEvaluator(spec, compare).mistakeAtStart()))
            .notAtAdmit(CheckType.NEEDS_PODS);

    /** The number of values per pod over the window. */
    private static final int STEPS = 10;

    @Override
    public Finding evaluate(Subject subject) {
        return stillFilling(subject)
                .map(until -> finding(FindingReason.NoData, "too few samples yet; they are waited for until " + until))
                .orElseGet(() -> PrometheusRequests.super.evaluate(subject));
    }

    @Override
    public Optional<Instant> changesAt(Subject subject) {
        return stillFilling(subject);
    }

    /** Too few samples mean nothing until they had a whole window to come in. */
    private Optional<Instant> stillFilling(Subject subject) {
        if (notApplicable(subject).isPresent()) {
            return Optional.empty();
        }
        return reading(subject)
                .filter(it -> it.outcome() == Outcome.NotApplicable)
                .map(Reading::since)
                .map(it -> it.plus(compare.window().toDuration()))
                .filter(it -> subject.world().at().isBefore(it));
    }

    @Override
    public Optional<Finding> notApplicable(Subject subject) {
        boolean both = subject.candidate().isPresent()
                && !fresh(subject).isEmpty()
                && !old(subject).isEmpty();
        return both
                ? Optional.empty()
                : Optional.of(finding(FindingReason.NothingToCompare, "there are not new and old pods side by side"));
    }

    private static Set<String> fresh(Subject subject) {
        return serving(subject.newPods());
    }

    private static Set<String> old(Subject subject) {
        return serving(Bound.oldPods(subject));
    }

    private static Set<String> serving(List<Pod> pods) {
        return new HashSet<>(
                Bound.names(pods.stream().filter(PrometheusRequests::serves).toList()));
    }

    @Override
    public List<Query> queries(Subject subject) {
        return List.of(new Query(
                new QueryTemplate(compare.query()),
                Bound.of(subject, compare.window()),
                new Span.Over(compare.window().toDuration(), STEPS),
                spec.every().toDuration()));
    }

    static Optional<String> mistake(CompareCheck compare) {
        return new QueryTemplate(compare.query()).mistake();
    }

    @Override
    public boolean tellsRevisions() {
        return true;
    }

    @Override
    public MetricJudge judge(Subject subject) {
        return new CompareJudge(compare, fresh(subject), old(subject));
    }

    @Override
    public String limit() {
        return CompareJudge.limit(compare);
    }
}
