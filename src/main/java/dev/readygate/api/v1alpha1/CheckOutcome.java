package dev.readygate.api.v1alpha1;

public enum CheckOutcome {
    Pass,
    Fail,
    Unknown,
    Error,
    Waived,
    NotApplicable
}
