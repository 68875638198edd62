package dev.readygate.api.v1alpha1;

/** From the best to the worst. */
public enum DoraLevel {
    Elite,
    High,
    Medium,
    Low
}
