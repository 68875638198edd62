package dev.readygate.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.ApprovalCheck;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.CompareCheck;
import dev.readygate.api.v1alpha1.Documents;
import dev.readygate.api.v1alpha1.DoraCheck;
import dev.readygate.api.v1alpha1.EvidenceCheck;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GrpcCheck;
import dev.readygate.api.v1alpha1.HttpCheck;
import dev.readygate.api.v1alpha1.HttpHeader;
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
        return spec.gate() == Gate.Admit ? asWritten.or(() -> AdmitRules.mistake(spec)) : asWritten;
    }

    private static Optional<String> asWritten(CheckSpec spec) {
        return switch (spec.kind()) {
            case HttpCheck http ->
                ExpectedAnswer.mistake(http.expect()).or(() -> headers(http)).or(() -> in(spec, ProbeTargets.of(http)));
            case TcpCheck tcp -> in(spec, ProbeTargets.of(tcp));
            case GrpcCheck grpc -> in(spec, ProbeTargets.of(grpc));
            case MetricCheck metric ->
                MetricEvaluator.mistake(metric).or(() -> atStart(spec, new MetricEvaluator(spec, metric)));
            case SloCheck slo -> new Indicator(slo).mistake().or(() -> atStart(spec, new SloEvaluator(spec, slo)));
            case CompareCheck compare ->
                CompareEvaluator.mistake(compare).or(() -> atStart(spec, new CompareEvaluator(spec, compare)));
            case EvidenceCheck evidence -> EvidenceRule.mistake(evidence);
            case ApprovalCheck approval -> Optional.empty();
            case ManifestCheck manifest -> unread("params", manifest.params()).or(() -> CheckedRules.mistake(manifest));
            case JobCheck job ->
                unread("template", job.template())
                        .or(() -> JobManifest.mistake(job))
                        .or(() -> jobAtStart(spec));
            case VerifiedCheck verified -> Optional.empty();
            case DoraCheck dora -> DoraEvaluator.mistake(dora);
            case WindowCheck window -> WindowEvaluator.mistake(window);
        };
    }

    private static Optional<String> headers(HttpCheck http) {
        return http.headers().stream()
                .map(HttpHeader::name)
                .filter(Request.Header::isOurs)
                .findFirst()
                .map("the header %s may not be set: whoever sends the request sets it"::formatted);
    }

    private static Optional<String> unread(String field, ObjectNode document) {
        return Documents.refusal(document).map(it -> "%s is %s".formatted(field, it));
    }

    private static Optional<String> in(CheckSpec spec, ProbeTargets whom) {
        return switch (spec.gate()) {
            case Start -> whom.mistakeAtStart();
            case Serve -> whom.mistakeAtServe();
            case Admit, Stay -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private static Optional<String> atStart(CheckSpec spec, PrometheusRequests asks) {
        return spec.gate() == Gate.Start && asks.tellsRevisions()
                ? Optional.of(
                        "it asks about pods of the new revision, and at gate Start there are none; set gate to Serve or"
                                + " Stay, or ask about the whole Deployment")
                : Optional.empty();
    }

    private static Optional<String> jobAtStart(CheckSpec spec) {
        return spec.gate() == Gate.Start
                ? Optional.of(
                        "a Job belongs to its revision's ReplicaSet, which is only made after gate Start; set gate to"
                                + " Serve")
                : Optional.empty();
    }
}
