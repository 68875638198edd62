package dev.readygate.api.v1alpha1;

public enum EvidenceOutcome {
    Pass,
    Fail
}
