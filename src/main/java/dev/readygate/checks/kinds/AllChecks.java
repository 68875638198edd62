package dev.readygate.checks.kinds;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.Check;
import dev.readygate.checks.CheckType;
import dev.readygate.checks.CombinedCheck;
import dev.readygate.checks.InvalidCheck;
import dev.readygate.checks.delivery.DoraEvaluator;
import dev.readygate.checks.delivery.VerifiedEvaluator;
import dev.readygate.checks.evidence.ApprovalEvaluator;
import dev.readygate.checks.evidence.EvidenceEvaluator;
import dev.readygate.checks.job.JobEvaluator;
import dev.readygate.checks.manifest.ManifestEvaluator;
import dev.readygate.checks.probe.GrpcEvaluator;
import dev.readygate.checks.probe.HttpEvaluator;
import dev.readygate.checks.probe.TcpEvaluator;
import dev.readygate.checks.prometheus.CompareEvaluator;
import dev.readygate.checks.prometheus.MetricEvaluator;
import dev.readygate.checks.prometheus.SloEvaluator;
import dev.readygate.checks.window.WindowEvaluator;
import java.util.List;

/** The list of all kinds of check. A new kind is a record in the API, a component of CheckSpec, and a line here. */
public final class AllChecks {
    private static final List<CheckType<?>> TYPES = List.of(
            HttpEvaluator.TYPE,
            TcpEvaluator.TYPE,
            GrpcEvaluator.TYPE,
            MetricEvaluator.TYPE,
            SloEvaluator.TYPE,
            CompareEvaluator.TYPE,
            EvidenceEvaluator.TYPE,
            ApprovalEvaluator.TYPE,
            ManifestEvaluator.TYPE,
            JobEvaluator.TYPE,
            VerifiedEvaluator.TYPE,
            DoraEvaluator.TYPE,
            WindowEvaluator.TYPE);

    private AllChecks() {}

    /** A waiver may excuse a check of any kind. */
    public static Check of(CheckSpec spec) {
        return new Waivable(
                spec,
                Mistakes.in(spec)
                        .<Check>map(it -> new InvalidCheck(spec, it))
                        .orElseGet(() -> type(spec).evaluator(spec)));
    }

    /** The same question with several specs. */
    public static Check of(List<CheckSpec> variants) {
        return variants.size() == 1
                ? of(variants.getFirst())
                : CombinedCheck.worstOf(variants.stream().map(AllChecks::of).toList());
    }

    public static Check either(Check one, Check other) {
        return CombinedCheck.bestOf(List.of(one, other));
    }

    /** A check that is known to be invalid. */
    public static Check misworded(CheckSpec spec, String mistake) {
        return new InvalidCheck(spec, mistake);
    }

    static CheckType<?> type(CheckSpec spec) {
        var kind = spec.kind();
        return TYPES.stream()
                .filter(it -> it.isOf(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no evaluator for " + kind));
    }
}
