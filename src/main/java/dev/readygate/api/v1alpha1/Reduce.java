package dev.readygate.api.v1alpha1;

public enum Reduce {
    Min,
    Max,
    Sum,
    Mean
}
