package dev.readygate.checks;

import dev.readygate.api.v1alpha1.ApprovalCheck;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.CompareCheck;
import dev.readygate.api.v1alpha1.DoraCheck;
import dev.readygate.api.v1alpha1.EvidenceCheck;
import dev.readygate.api.v1alpha1.GrpcCheck;
import dev.readygate.api.v1alpha1.HttpCheck;
import dev.readygate.api.v1alpha1.JobCheck;
import dev.readygate.api.v1alpha1.ManifestCheck;
import dev.readygate.api.v1alpha1.MetricCheck;
import dev.readygate.api.v1alpha1.SloCheck;
import dev.readygate.api.v1alpha1.TcpCheck;
import dev.readygate.api.v1alpha1.VerifiedCheck;
import dev.readygate.api.v1alpha1.WindowCheck;
import java.util.List;

/** The visible list: every kind of check, and the class that answers it. */
public final class AllChecks {
    private AllChecks() {}

    /** Whatever it asks, a waiver may excuse it. */
    public static Check of(CheckSpec spec) {
        return new Waivable(spec, worded(spec));
    }

    /** The same question put in several ways. */
    public static Check of(List<CheckSpec> variants) {
        return variants.size() == 1
                ? of(variants.getFirst())
                : CombinedCheck.worstOf(variants.stream().map(AllChecks::of).toList());
    }

    /** Either will do. */
    public static Check either(Check one, Check other) {
        return CombinedCheck.bestOf(List.of(one, other));
    }

    /** One that was found to mean nothing before it came here. */
    public static Check misworded(CheckSpec spec, String mistake) {
        return new InvalidCheck(spec, mistake);
    }

    private static Check worded(CheckSpec spec) {
        return Mistakes.in(spec).<Check>map(it -> new InvalidCheck(spec, it)).orElseGet(() -> asking(spec));
    }

    private static Check asking(CheckSpec spec) {
        return switch (spec.kind()) {
            case HttpCheck http -> asking(new HttpEvaluator(spec, http));
            case TcpCheck tcp -> asking(new TcpEvaluator(spec, tcp));
            case GrpcCheck grpc -> asking(new GrpcEvaluator(spec, grpc));
            case MetricCheck metric -> new MetricEvaluator(spec, metric);
            case SloCheck slo -> new SloEvaluator(spec, slo);
            case CompareCheck compare -> new CompareEvaluator(spec, compare);
            case EvidenceCheck evidence -> new EvidenceEvaluator(spec, evidence);
            case ApprovalCheck approval -> new ApprovalEvaluator(spec, approval);
            case ManifestCheck manifest -> new ManifestEvaluator(spec, manifest);
            case JobCheck job -> new JobEvaluator(spec, job);
            case VerifiedCheck verified -> new VerifiedEvaluator(spec, verified);
            case DoraCheck dora -> new DoraEvaluator(spec, dora);
            case WindowCheck window -> new WindowEvaluator(spec, window);
        };
    }

    private static Check asking(Probe probe) {
        return switch (probe.whom().target()) {
            case NewPods, AllPods -> new PodRequests(probe);
            case Service -> new ServiceRequests(probe);
            case Url -> new UrlRequests(probe);
        };
    }
}
