package dev.readygate.checks;

import dev.readygate.api.v1alpha1.ApprovalCheck;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.CompareCheck;
import dev.readygate.api.v1alpha1.DoraCheck;
import dev.readygate.api.v1alpha1.EvidenceCheck;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GrpcCheck;
import dev.readygate.api.v1alpha1.HttpCheck;
import dev.readygate.api.v1alpha1.JobCheck;
import dev.readygate.api.v1alpha1.ManifestCheck;
import dev.readygate.api.v1alpha1.MetricCheck;
import dev.readygate.api.v1alpha1.SloCheck;
import dev.readygate.api.v1alpha1.TcpCheck;
import dev.readygate.api.v1alpha1.VerifiedCheck;
import dev.readygate.api.v1alpha1.WindowCheck;
import dev.readygate.checks.metrics.Indicator;
import java.util.Optional;

/** What is wrong with a check as it is written, where no schema can see it: expressions, time zones. */
public final class Mistakes {
    private Mistakes() {}

    public static Optional<String> in(CheckSpec spec) {
        var asWritten = asWritten(spec);
        return spec.gate() == Gate.Admit ? asWritten.or(() -> AtAdmit.mistake(spec)) : asWritten;
    }

    private static Optional<String> asWritten(CheckSpec spec) {
        return switch (spec.kind()) {
            case HttpCheck http -> HttpExpectation.mistake(http.expect()).or(() -> in(spec, Whom.of(http)));
            case TcpCheck tcp -> in(spec, Whom.of(tcp));
            case GrpcCheck grpc -> in(spec, Whom.of(grpc));
            case MetricCheck metric -> MeasuresMetric.mistake(metric);
            case SloCheck slo -> new Indicator(slo).mistake();
            case CompareCheck compare -> ComparesPods.mistake(compare);
            case EvidenceCheck evidence -> EvidenceRule.mistake(evidence);
            case ApprovalCheck approval -> Optional.empty();
            case ManifestCheck manifest -> Demands.mistake(manifest);
            case JobCheck job -> JobManifest.mistake(job);
            case VerifiedCheck verified -> Optional.empty();
            case DoraCheck dora -> Optional.empty();
            case WindowCheck window -> OpenNow.mistake(window);
        };
    }

    private static Optional<String> in(CheckSpec spec, Whom whom) {
        return spec.gate() == Gate.Serve ? whom.mistakeAtServe() : Optional.empty();
    }
}
