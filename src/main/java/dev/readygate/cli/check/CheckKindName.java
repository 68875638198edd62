package dev.readygate.cli.check;

import dev.readygate.api.v1alpha1.ApprovalCheck;
import dev.readygate.api.v1alpha1.CheckKind;
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

/** The kind of a check, as a policy writes it. */
final class CheckKindName {
    private CheckKindName() {}

    static String of(CheckSpec spec) {
        return of(spec.kind());
    }

    private static String of(CheckKind kind) {
        return switch (kind) {
            case HttpCheck _ -> "http";
            case TcpCheck _ -> "tcp";
            case GrpcCheck _ -> "grpc";
            case MetricCheck _ -> "metric";
            case SloCheck _ -> "slo";
            case CompareCheck _ -> "compare";
            case EvidenceCheck _ -> "evidence";
            case ApprovalCheck _ -> "approval";
            case ManifestCheck _ -> "manifest";
            case JobCheck _ -> "job";
            case VerifiedCheck _ -> "verified";
            case DoraCheck _ -> "dora";
            case WindowCheck _ -> "window";
        };
    }
}
