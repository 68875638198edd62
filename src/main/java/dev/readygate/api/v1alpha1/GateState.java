package dev.readygate.api.v1alpha1;

public enum GateState {
    Pending,
    Held,
    Passed,
    Failed,
    TimedOut,
    Skipped
}
