package dev.readygate.api.v1alpha1;

public enum Priority {
    P1,
    P2,
    P3
}
