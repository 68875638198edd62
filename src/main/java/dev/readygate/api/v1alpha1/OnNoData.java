package dev.readygate.api.v1alpha1;

public enum OnNoData {
    Wait,
    Fail,
    Pass,
    Skip
}
