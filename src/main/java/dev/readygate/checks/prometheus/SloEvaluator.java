package dev.readygate.checks.prometheus;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.SloCheck;
import dev.readygate.checks.AdmitDenial;
import dev.readygate.checks.CheckType;
import dev.readygate.checks.Finding;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Subject;
import dev.readygate.checks.metrics.Indicator;
import dev.readygate.checks.metrics.MetricJudge;
import dev.readygate.checks.metrics.Query;
import dev.readygate.checks.metrics.SloJudge;
import dev.readygate.checks.metrics.SloWindows;
import dev.readygate.checks.promql.QueryTemplate;
import dev.readygate.checks.text.BriefText;
import dev.readygate.facts.Figures;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Question;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A service level objective is kept. */
public record SloEvaluator(CheckSpec spec, SloCheck slo) implements PrometheusRequests {
    public static final CheckType<SloCheck> TYPE = CheckType.of(SloCheck.class, SloEvaluator::new)
            .mistakes(
                    (spec, slo) -> new Indicator(slo).mistake().or(() -> new SloEvaluator(spec, slo).mistakeAtStart()));

    @Override
    public Finding evaluate(Subject subject) {
        var finding = PrometheusRequests.super.evaluate(subject);
        return finding.is(Outcome.Fail) && isExempt(subject)
                ? finding(
                        FindingReason.Exempt,
                        "let through by its label %s; %s".formatted(slo.exemptLabel(), finding.message()))
                : finding;
    }

    @Override
    public Optional<AdmitDenial> denialAtAdmit(Finding failing) {
        var why = "the objective or its error budget is not kept; needed: " + limit();
        return Optional.of(new AdmitDenial(why, Optional.ofNullable(slo.exemptLabel())));
    }

    private boolean isExempt(Subject subject) {
        if (slo.exemptLabel() == null) {
            return false;
        }
        var parts = slo.exemptLabel().split("=", 2);
        var value = subject.world().workload().labels().get(parts[0]);
        return value != null && (parts.length == 1 || value.equals(parts[1]));
    }

    @Override
    public List<Query> queries(Subject subject) {
        return new Indicator(slo, windows(subject))
                .queries(Bound.of(subject, slo.window()), spec.every().toDuration());
    }

    @Override
    public MetricJudge judge(Subject subject) {
        return new SloJudge(slo, windows(subject));
    }

    /** At gate Stay a revision answers for the time since it takes all traffic, and for no budget spent before. */
    private SloWindows windows(Subject subject) {
        var since = StayLookback.of(spec, subject).within(slo.window());
        return since.equals(slo.window()) ? SloWindows.of(slo) : SloWindows.since(slo, since.toDuration());
    }

    @Override
    public Optional<Instant> changesAt(Subject subject) {
        return StayLookback.of(spec, subject).widensAt(slo.window());
    }

    @Override
    public String limit() {
        return BriefText.of(new SloJudge(slo).limit());
    }

    @Override
    public boolean tellsRevisions() {
        return new Indicator(slo).templates().anyMatch(QueryTemplate::tellsRevisions);
    }

    /** The last figures of the Deployment as a whole. */
    public static Optional<Figures> seen(CheckSpec spec, Snapshot world) {
        return world.readings()
                .of(new Question(spec.name(), spec, new Target.Whole()))
                .map(it -> it.latest().figures())
                .filter(it -> it.number(SloJudge.ATTAINED).isPresent());
    }
}
