package dev.readygate.api.v1alpha1;

public enum HttpScheme {
    HTTP,
    HTTPS
}
