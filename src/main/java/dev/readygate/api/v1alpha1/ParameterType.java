package dev.readygate.api.v1alpha1;

public enum ParameterType {
    String,
    Number,
    Boolean,
    Duration,
    Percentage,
    List
}
