package dev.readygate.api.v1alpha1;

public enum Worse {
    Higher,
    Lower,
    Either
}
