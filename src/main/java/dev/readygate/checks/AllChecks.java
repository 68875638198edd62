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
import java.util.Optional;

/** The visible list: every kind of check, and the class that answers it. */
public final class AllChecks {
    private AllChecks() {}

    /** Whatever it asks, a waiver may excuse it. */
    public static Check of(CheckSpec spec) {
        return new Waivable(spec, worded(spec));
    }

    private static Check worded(CheckSpec spec) {
        return Mistakes.in(spec).<Check>map(it -> new Misworded(spec, it)).orElseGet(() -> asking(spec));
    }

    private static Check asking(CheckSpec spec) {
        return switch (spec.kind()) {
            case HttpCheck http ->
                probe(spec, "http", AnswersOverHttp.unsupported(http), new AnswersOverHttp(spec, http));
            case TcpCheck tcp ->
                probe(spec, "tcp", PodTarget.unsupported(tcp.target()), new AcceptsConnections(spec, tcp));
            case GrpcCheck grpc -> probe(spec, "grpc", ServesGrpc.unsupported(grpc), new ServesGrpc(spec, grpc));
            case MetricCheck metric -> new NotSupported(spec, "metric checks");
            case SloCheck slo -> new NotSupported(spec, "slo checks");
            case CompareCheck compare -> new NotSupported(spec, "compare checks");
            case EvidenceCheck evidence -> new HasEvidence(spec, evidence);
            case ApprovalCheck approval -> new ApprovedBy(spec, approval);
            case ManifestCheck manifest -> new Conforms(spec, manifest);
            case JobCheck job -> new NotSupported(spec, "job checks");
            case VerifiedCheck verified -> new NotSupported(spec, "verified checks");
            case DoraCheck dora -> new NotSupported(spec, "dora checks");
            case WindowCheck window -> new OpenNow(spec, window);
        };
    }

    private static Check probe(CheckSpec spec, String kind, Optional<String> unsupported, Check check) {
        return unsupported
                .<Check>map(it -> new NotSupported(spec, kind + " checks with " + it))
                .orElse(check);
    }
}
