package dev.readygate.api.v1alpha1;

public enum Verdict {
    Pass,
    Conditional,
    Fail,
    Unknown
}
