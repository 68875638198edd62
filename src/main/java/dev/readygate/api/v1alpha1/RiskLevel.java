package dev.readygate.api.v1alpha1;

public enum RiskLevel {
    High,
    Medium,
    Low
}
