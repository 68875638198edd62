package dev.readygate.api.v1alpha1;

/** The kinds of checks. A switch over this type handles all of them and has no default branch. */
public sealed interface CheckKind
        permits HttpCheck,
                TcpCheck,
                GrpcCheck,
                MetricCheck,
                SloCheck,
                CompareCheck,
                EvidenceCheck,
                ApprovalCheck,
                ManifestCheck,
                JobCheck,
                VerifiedCheck,
                DoraCheck,
                WindowCheck {}
