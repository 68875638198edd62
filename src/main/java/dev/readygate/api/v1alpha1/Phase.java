package dev.readygate.api.v1alpha1;

public enum Phase {
    Idle,
    Admit,
    Start,
    Serve,
    Stay,
    Withdrawing,
    Restoring,
    Withdrawn
}
