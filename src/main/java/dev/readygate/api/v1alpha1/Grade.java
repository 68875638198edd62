package dev.readygate.api.v1alpha1;

public enum Grade {
    Green,
    Amber,
    Red
}
