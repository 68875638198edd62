package dev.readygate.api.v1alpha1;

public enum StepState {
    Pending,
    Open,
    Done
}
