package dev.readygate.api.v1alpha1;

public enum DoraMetric {
    DeploymentFrequency,
    LeadTime,
    ChangeFailureRate,
    RecoveryTime,
    ReworkRate
}
