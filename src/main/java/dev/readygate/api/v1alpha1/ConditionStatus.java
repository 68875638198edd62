package dev.readygate.api.v1alpha1;

public enum ConditionStatus {
    True,
    False,
    Unknown
}
