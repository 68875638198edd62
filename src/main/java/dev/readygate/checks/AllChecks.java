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
                : Several.worstOf(variants.stream().map(AllChecks::of).toList());
    }

    /** Either will do. */
    public static Check either(Check one, Check other) {
        return Several.bestOf(List.of(one, other));
    }

    /** One that was found to mean nothing before it came here. */
    public static Check misworded(CheckSpec spec, String mistake) {
        return new Misworded(spec, mistake);
    }

    private static Check worded(CheckSpec spec) {
        return Mistakes.in(spec).<Check>map(it -> new Misworded(spec, it)).orElseGet(() -> asking(spec));
    }

    private static Check asking(CheckSpec spec) {
        return switch (spec.kind()) {
            case HttpCheck http -> asking(new AnswersOverHttp(spec, http));
            case TcpCheck tcp -> asking(new AcceptsConnections(spec, tcp));
            case GrpcCheck grpc -> asking(new ServesGrpc(spec, grpc));
            case MetricCheck metric -> new MeasuresMetric(spec, metric);
            case SloCheck slo -> new KeepsObjective(spec, slo);
            case CompareCheck compare -> new ComparesPods(spec, compare);
            case EvidenceCheck evidence -> new HasEvidence(spec, evidence);
            case ApprovalCheck approval -> new ApprovedBy(spec, approval);
            case ManifestCheck manifest -> new Conforms(spec, manifest);
            case JobCheck job -> new RunsJob(spec, job);
            case VerifiedCheck verified -> new VerifiedThere(spec, verified);
            case DoraCheck dora -> new ComparesDora(spec, dora);
            case WindowCheck window -> new OpenNow(spec, window);
        };
    }

    private static Check asking(Probe probe) {
        return switch (probe.whom().target()) {
            case NewPods, AllPods -> new AsksPods(probe);
            case Service -> new AsksService(probe);
            case Url -> new AsksUrl(probe);
        };
    }
}
