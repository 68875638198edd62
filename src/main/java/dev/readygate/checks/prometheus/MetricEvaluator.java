package dev.readygate.checks.prometheus;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.MetricCheck;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.checks.AdmitDenial;
import dev.readygate.checks.CheckType;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Subject;
import dev.readygate.checks.metrics.LimitJudge;
import dev.readygate.checks.metrics.MetricJudge;
import dev.readygate.checks.metrics.Query;
import dev.readygate.checks.metrics.Query.Span;
import dev.readygate.checks.promql.QueryTemplate;
import dev.readygate.checks.text.BriefText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The result of a query is within limits. */
public record MetricEvaluator(CheckSpec spec, MetricCheck metric) implements PrometheusRequests {
    public static final CheckType<MetricCheck> TYPE = CheckType.of(MetricCheck.class, MetricEvaluator::new)
            .mistakes((spec, metric) -> mistake(metric).or(() -> new MetricEvaluator(spec, metric).mistakeAtStart()));

    @Override
    public List<Query> queries(Subject subject) {
        var bindings = Bound.of(subject, window(subject));
        var span = new Span.Now(metric.maxAge().toDuration());
        return templates(metric)
                .map(it -> new Query(it, bindings, span, spec.every().toDuration()))
                .toList();
    }

    private static Stream<QueryTemplate> templates(MetricCheck metric) {
        var enough = Optional.ofNullable(metric.minSamples()).map(it -> it.query());
        return Stream.concat(Stream.of(metric.query()), enough.stream()).map(QueryTemplate::new);
    }

    @Override
    public Optional<Instant> changesAt(Subject subject) {
        return StayLookback.of(spec, subject).widensAt(metric.window());
    }

    static Optional<String> mistake(MetricCheck metric) {
        return Stream.concat(
                        templates(metric).flatMap(it -> it.mistake().stream()), LimitJudge.mistake(metric).stream())
                .findFirst();
    }

    @Override
    public Optional<AdmitDenial> denialAtAdmit(Finding failing) {
        return Optional.of(new AdmitDenial("its query gives other than " + limit(), Optional.empty()));
    }

    @Override
    public boolean tellsRevisions() {
        return templates(metric).anyMatch(QueryTemplate::tellsRevisions);
    }

    @Override
    public MetricJudge judge(Subject subject) {
        return new LimitJudge(metric, window(subject));
    }

    private ReadinessDuration window(Subject subject) {
        return StayLookback.of(spec, subject).within(metric.window());
    }

    @Override
    public String limit() {
        return BriefText.of(new LimitJudge(metric).limit());
    }
}
