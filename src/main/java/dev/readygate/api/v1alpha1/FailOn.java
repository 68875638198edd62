package dev.readygate.api.v1alpha1;

public enum FailOn {
    CrashLoop,
    ProgressDeadline
}
