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
import java.util.Optional;

/** What can be asked at gate Admit: only what is known before there is a revision, without asking anybody. */
final class AdmitRules {
    private AdmitRules() {}

    static Optional<String> mistake(CheckSpec spec) {
        return switch (spec.kind()) {
            case ManifestCheck manifest -> AdmitExpressions.mistake(manifest);
            case WindowCheck _, SloCheck _, MetricCheck _, DoraCheck _ -> Optional.empty();
            case HttpCheck _, TcpCheck _, GrpcCheck _, CompareCheck _ ->
                later(
                        "a probe or a comparison is about pods, and at gate Admit there are none of the new revision",
                        Gate.Serve);
            case EvidenceCheck _, ApprovalCheck _, JobCheck _, VerifiedCheck _ ->
                later("it is about a revision, and at gate Admit there is none yet", Gate.Start);
        };
    }

    private static Optional<String> later(String why, Gate gate) {
        return Optional.of("%s: set gate to %s".formatted(why, gate));
    }
}
