package dev.readygate.api.v1alpha1;

/** The kinds of question. Whoever handles one handles all: a switch over this type has no default branch. */
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
